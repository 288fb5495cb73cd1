package org.decisiongates.sandbox.index;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles small sources with the index processor into a folder of its own. */
final class Compilation {
    private final Path classes;
    private final Path generated;
    private final List<JavaFileObject> sources = new ArrayList<>();

    private Compilation(Path root) throws IOException {
        classes = Files.createDirectories(root.resolve("classes"));
        generated = Files.createDirectories(root.resolve("generated"));
    }

    static Compilation in(Path root) throws IOException {
        return new Compilation(root);
    }

    Compilation source(String name, String code) {
        sources.add(new SimpleJavaFileObject(URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        });
        return this;
    }

    /** Compiles and answers the errors. */
    List<String> errors() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task = compiler.getTask(null, null, diagnostics,
                List.of("-d", classes.toString(), "-s", generated.toString(), "-classpath",
                        System.getProperty("java.class.path") + java.io.File.pathSeparator + classes),
                null, sources);
        task.setProcessors(List.of(new ScannerIndex()));
        task.call();
        return diagnostics.getDiagnostics().stream().filter(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(d -> d.getMessage(Locale.ROOT)).collect(Collectors.toList());
    }

    List<String> index(String name) throws IOException {
        Path file = classes.resolve("META-INF/plugin-components/" + name);
        return Files.exists(file) ? List.of(Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) : null;
    }

    void delete(String className) throws IOException {
        Files.delete(classes.resolve(className.replace('.', '/') + ".class"));
    }
}
