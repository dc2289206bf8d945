package dev.weakspot.cli;

import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service in this JVM, in a class loader of its own: it sees the JDK, its jar and its libraries, and neither the
 * launcher nor the other services. Stopping it stops its server and everything it started.
 */
final class Service {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final URLClassLoader loader;
    private final AutoCloseable application;

    private Service(URLClassLoader loader, AutoCloseable application) {
        this.loader = loader;
        this.application = application;
    }

    /** Starts a service and returns when its server listens; what it needs beyond its defaults is in the settings. */
    static Service start(ServiceName name, Path jar, Path logSettings, Map<String, String> settings) throws Exception {
        // The jar's manifest names its libraries, so its own URL is enough.
        var loader = new URLClassLoader(
                name.toString(), new URL[] {url(logSettings), url(jar)}, ClassLoader.getPlatformClassLoader());
        try {
            return new Service(loader, within(loader, () -> startApplication(loader, name.mainClass(), settings)));
        } catch (InvocationTargetException e) {
            loader.close();
            LOG.error("A service did not start", e.getCause());
            throw new CommandFailure(name + " did not start: " + rootOf(e).getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(jar + " is not a Micronaut application", e);
        }
    }

    /**
     * What {@code Micronaut.run} does, without its shutdown hook: hooks run all at once, and we stop the services before
     * the broker before the database.
     */
    private static AutoCloseable startApplication(ClassLoader loader, String mainClass, Map<String, String> settings)
            throws ReflectiveOperationException {
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        Class<?> micronaut = loader.loadClass("io.micronaut.runtime.Micronaut");
        Object builder = micronaut.getMethod("build", String[].class).invoke(null, (Object) arguments);
        micronaut.getMethod("mainClass", Class.class).invoke(builder, loader.loadClass(mainClass));
        Class<?> contextType = loader.loadClass("io.micronaut.context.ApplicationContext");
        Object context = micronaut.getMethod("build").invoke(builder);
        contextType.getMethod("start").invoke(context);
        Class<?> serverType = loader.loadClass("io.micronaut.runtime.EmbeddedApplication");
        Object server = contextType.getMethod("getBean", Class.class).invoke(context, serverType);
        serverType.getMethod("start").invoke(server);
        return () -> {
            ((AutoCloseable) server).close();
            ((AutoCloseable) context).close();
        };
    }

    /** The loader stays open: the service's threads may need a class more on their way out, and the JVM ends soon. */
    void stop() throws Exception {
        within(loader, () -> {
            application.close();
            return loader;
        });
    }

    /** Libraries look for their own classes through the thread, so the thread must stand in the service's loader. */
    private static <T> T within(ClassLoader loader, Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
