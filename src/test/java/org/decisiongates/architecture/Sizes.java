package org.decisiongates.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Reads Java sources and says what has grown over its budget: a reason to talk, kept with the answer in {@link SizesTest}. */
final class Sizes {

    static final int LINES_OF_A_CLASS = 300;
    static final int LINES_OF_A_METHOD = 40;

    private final List<String> excesses = new ArrayList<>();

    /** What of {@code sources} is over a budget: {@code what name}, without the number, so that an exception stays valid. */
    static List<String> excesses(List<Path> sources) {
        Sizes sizes = new Sizes();
        sizes.read(sources);
        return sizes.excesses;
    }

    private void read(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(sources));
        try {
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Measure(unit, trees).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(boolean tooMuch, String what) {
        if (tooMuch) {
            excesses.add(what);
        }
    }

    private final class Measure extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private String type = "";

        Measure(CompilationUnitTree unit, Trees trees) {
            this.unit = unit;
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            String outer = type;
            type = outer.isEmpty() ? tree.getSimpleName().toString() : outer;
            note(outer.isEmpty() && lines(unit) > LINES_OF_A_CLASS, "class " + type);
            super.visitClass(tree, nothing);
            type = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            note(tree.getBody() != null && lines(tree.getBody()) > LINES_OF_A_METHOD, "method " + type + "." + tree.getName());
            return super.visitMethod(tree, nothing);
        }

        private long lines(Tree tree) {
            long start = unit.getLineMap().getLineNumber(Math.max(0, trees.getSourcePositions().getStartPosition(unit, tree)));
            long end = unit.getLineMap().getLineNumber(trees.getSourcePositions().getEndPosition(unit, tree));
            return tree == unit ? end : end - start - 1;
        }
    }
}
