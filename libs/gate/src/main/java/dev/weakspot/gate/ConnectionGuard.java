package dev.weakspot.gate;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends what would go on for ever on one connection: a request that comes byte by byte or not at all, one whose body is no
 * HTTP, requests that nobody waits for, and a connection that no request can follow on. For the connection's event loop.
 */
final class ConnectionGuard extends ChannelDuplexHandler {

    private final GateLimits limits;
    private final boolean crowded;

    private @Nullable ScheduledFuture<?> deadline;
    private boolean receiving = true;

    /** Whether no byte has ever come on this connection. */
    private boolean neverSpoke = true;

    private boolean unreadable;
    private boolean refused;
    /** Requests whose answers have not been written to their ends. */
    private int unanswered;

    /** @param crowded whether there are too many connections: it is told so at its first request */
    ConnectionGuard(GateLimits limits, boolean crowded) {
        this.limits = limits;
        this.crowded = crowded;
    }

    /** Stands before the decoder, which says nothing of a request until its head is complete. */
    ChannelHandler arrivals() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object bytes) {
                receiving = true;
                neverSpoke = false;
                context.fireChannelRead(bytes);
            }

            @Override
            public void channelReadComplete(ChannelHandlerContext context) {
                // A request that has come as a whole, as most do, never costs a timer.
                if (receiving && deadline == null) {
                    startDeadline(context);
                }
                context.fireChannelReadComplete();
            }
        };
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        startDeadline(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopDeadline();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest) {
            unanswered++;
        }
        if (crowded) {
            ReferenceCountUtil.release(message);
            refuse(context, Refused.CROWDED);
        } else if (unanswered > limits.pipelined()) {
            ReferenceCountUtil.release(message);
            refused = true;
            var _ = context.close();
        } else if (isNoHttp(message) && !(message instanceof HttpRequest)) {
            // Without the rest of its body nobody would ever answer the request.
            ReferenceCountUtil.release(message);
            refuse(context, Refused.UNREADABLE);
        } else {
            unreadable = unreadable || isNoHttp(message);
            if (message instanceof LastHttpContent || unreadable) {
                receiving = false;
                stopDeadline();
            }
            context.fireChannelRead(message);
        }
    }

    private static boolean isNoHttp(Object message) {
        return message instanceof HttpObject part && part.decoderResult().isFailure();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            var _ = context.write(message, promise);
            return;
        }
        // After what is no HTTP the decoder reads nothing any more: a request on this connection would wait for ever.
        boolean isLast = unreadable && unanswered == 1;
        if (message instanceof HttpResponse response && isLast) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        if (message instanceof LastHttpContent) {
            unanswered--;
            if (isLast) {
                var _ = context.write(message, promise.unvoid()).addListener(ChannelFutureListener.CLOSE);
                return;
            }
        }
        var _ = context.write(message, promise);
    }

    private void startDeadline(ChannelHandlerContext context) {
        deadline = context.executor()
                .schedule(
                        () -> endOverdue(context.pipeline().context(this)),
                        limits.requestTimeout().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Who opened a connection in advance, as browsers do, would take a refusal for the answer to its first request. */
    private void endOverdue(ChannelHandlerContext context) {
        if (neverSpoke) {
            var _ = context.close();
        } else {
            refuse(context, Refused.SLOW);
        }
    }

    private void stopDeadline() {
        if (deadline != null) {
            var _ = deadline.cancel(false);
            deadline = null;
        }
    }

    /** Says why, unless another answer is on its way, and closes. */
    private void refuse(ChannelHandlerContext context, Refused reason) {
        refused = true;
        stopDeadline();
        if (unanswered > 1) {
            var _ = context.close();
        } else {
            var _ = context.writeAndFlush(reason.response(context)).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Why a connection ends. */
    private enum Refused {
        SLOW(408),
        UNREADABLE(400),
        CROWDED(503);

        private final int code;

        Refused(int code) {
            this.code = code;
        }

        FullHttpResponse response(ChannelHandlerContext context) {
            HttpResponseStatus status = HttpResponseStatus.valueOf(code);
            ByteBuf body = ByteBufUtil.writeUtf8(
                    context.alloc(),
                    "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%s}".formatted(status.reasonPhrase(), code));
            var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                    .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                    .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            if (this == CROWDED) {
                response.headers().set(HttpHeaderNames.RETRY_AFTER, 1);
            }
            return response;
        }
    }
}
