package dev.weakspot.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The catalog service's doctor, from the packaged jar in a class loader of its own: the same checks as over REST, and no
 * library of the service on the command's class path. Only types of the JDK go in and come out.
 */
final class BankDoctor {

    private static final String DOCTOR = "dev.weakspot.catalog.bank.ExamineFolder";

    private BankDoctor() {}

    /** Returns the diagnosis as JSON. */
    static String examine(Path jar, Path folder, Optional<Path> coverage, boolean runsPrograms) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader("doctor", new URL[] {url(jar)}, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Method examine = loader.loadClass(DOCTOR)
                    .getMethod("examine", Path.class, String.class, Optional.class, boolean.class);
            return (String) examine.invoke(null, folder, folder.toString(), coverage, runsPrograms);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
