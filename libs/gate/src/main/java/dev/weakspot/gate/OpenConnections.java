package dev.weakspot.gate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the server's connections and puts a guard into each. */
@Singleton
class OpenConnections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final GateLimits limits;
    private final AtomicInteger open = new AtomicInteger();

    OpenConnections(GateLimits limits, MeterRegistry meters) {
        this.limits = limits;
        Gauge.builder("weakspot.connections.open", open, AtomicInteger::get)
                .description("Connections to this service")
                .register(meters);
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new Guarding());
        return registry;
    }

    /** Of the server; each connection gets a {@link Watch} of its own. */
    private final class Guarding implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new Watch(channel) : this;
        }
    }

    /** Over one connection. */
    private final class Watch implements NettyServerCustomizer {

        private final Channel channel;

        Watch(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onStreamPipelineBuilt() {
            int others = open.getAndIncrement();
            var _ = channel.closeFuture().addListener(_ -> open.decrementAndGet());
            if (others >= 2 * limits.connections()) {
                var _ = channel.close();
                return;
            }
            var guard = new ConnectionGuard(limits, others >= limits.connections());
            ChannelPipeline pipeline = channel.pipeline();
            pipeline.addFirst(guard.arrivals());
            pipeline.addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "weakspot-guard", guard);
        }
    }
}
