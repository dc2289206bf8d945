package dev.weakspot.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.concurrent.Callable;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
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

    /**
     * Starts a service and returns when its server listens; what it needs beyond its defaults is in the settings.
     *
     * @param own a folder of this instance alone; what is in it comes first on the class path
     */
    static Service start(ServiceName name, Path jar, Path own, Map<String, String> settings) throws Exception {
        var loader = new URLClassLoader(name.toString(), classPath(jar, own), ClassLoader.getPlatformClassLoader());
        try {
            return new Service(loader, within(loader, () -> startApplication(loader, name.mainClass(), settings)));
        } catch (InvocationTargetException e) {
            loader.close();
            LOG.error("A service did not start", e.getCause());
            throw new CommandFailure(name + " did not start: " + reason(rootOf(e)), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(jar + " is not a Micronaut application", e);
        }
    }

    /**
     * The folder, a copy of the jar in it, and the libraries that the jar's manifest names. Micronaut reads a resource through the zip file
     * system of its jar, of which the JVM has one for each path, and closes it: a second instance on the same path would lose it while it
     * reads.
     */
    private static URL[] classPath(Path jar, Path own) throws IOException {
        Path copy = Files.copy(jar, own.resolve("service.jar"), StandardCopyOption.REPLACE_EXISTING);
        List<URL> urls = new ArrayList<>(List.of(url(own), url(copy)));
        try (JarFile file = new JarFile(copy.toFile())) {
            String libraries = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            var names = new StringTokenizer(libraries);
            while (names.hasMoreTokens()) {
                urls.add(url(jar.resolveSibling(names.nextToken())));
            }
        }
        return urls.toArray(URL[]::new);
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

    private static String reason(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
