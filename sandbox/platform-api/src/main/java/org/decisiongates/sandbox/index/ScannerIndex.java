package org.decisiongates.sandbox.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.plugin.spring.scanner.annotation.imports.ConfluenceImport;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import jakarta.inject.Named;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.springframework.stereotype.Component;

/** The annotation processor that turns component, import and export annotations into the scanner's index files. */
@SupportedAnnotationTypes("*")
public final class ScannerIndex extends AbstractProcessor {
    private final List<IndexLine> found = new ArrayList<>();
    private final Set<String> compiled = new HashSet<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            read(type);
        }
        if (round.processingOver() && !round.errorRaised()) {
            write();
        }
        return false;
    }

    private void read(TypeElement type) {
        String owner = binaryName(type);
        compiled.add(owner);
        readComponent(type, owner);
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            readImport(field, owner);
        }
        for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            constructor.getParameters().forEach(parameter -> readImport(parameter, owner));
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::read);
    }

    private void readComponent(TypeElement type, String owner) {
        List<String> suffixes = new ArrayList<>();
        if (type.getAnnotation(JiraComponent.class) != null) {
            suffixes.add("-jira");
        }
        if (type.getAnnotation(ConfluenceComponent.class) != null) {
            suffixes.add("-confluence");
        }
        boolean neutral = type.getAnnotation(Named.class) != null || type.getAnnotation(Component.class) != null;
        if (suffixes.isEmpty() && neutral) {
            suffixes.add("");
        }
        ExportAsService export = type.getAnnotation(ExportAsService.class);
        if (suffixes.isEmpty()) {
            if (export != null) {
                complain(type, owner + " is exported but is no component: add @Named, @JiraComponent or @ConfluenceComponent");
            }
            return;
        }
        if (type.getKind() != ElementKind.CLASS || type.getModifiers().contains(Modifier.ABSTRACT)) {
            complain(type, owner + " cannot be a component: the container can create concrete classes only");
            return;
        }
        for (String suffix : suffixes) {
            found.add(IndexLine.of("component" + suffix, owner, owner, beanName(type)));
            if (export != null) {
                found.add(IndexLine.of("exports" + suffix, owner, owner, String.join(",", exportedInterfaces(type))));
            }
        }
    }

    private void readImport(VariableElement element, String owner) {
        ComponentImport any = element.getAnnotation(ComponentImport.class);
        JiraImport jira = element.getAnnotation(JiraImport.class);
        ConfluenceImport confluence = element.getAnnotation(ConfluenceImport.class);
        if (any == null && jira == null && confluence == null) {
            return;
        }
        if (element.asType().getKind() != TypeKind.DECLARED) {
            complain(element, element + " of " + owner + " cannot be imported: services are objects");
            return;
        }
        String service = binaryName((TypeElement) ((DeclaredType) element.asType()).asElement());
        if (any != null) {
            found.add(IndexLine.of("imports", owner, service, any.value()));
        }
        if (jira != null) {
            found.add(IndexLine.of("imports-jira", owner, service, jira.value()));
        }
        if (confluence != null) {
            found.add(IndexLine.of("imports-confluence", owner, service, confluence.value()));
        }
    }

    private static String beanName(TypeElement type) {
        String name = "";
        if (type.getAnnotation(Named.class) != null) {
            name = type.getAnnotation(Named.class).value();
        }
        if (name.isEmpty() && type.getAnnotation(Component.class) != null) {
            name = type.getAnnotation(Component.class).value();
        }
        if (name.isEmpty() && type.getAnnotation(JiraComponent.class) != null) {
            name = type.getAnnotation(JiraComponent.class).value();
        }
        if (name.isEmpty() && type.getAnnotation(ConfluenceComponent.class) != null) {
            name = type.getAnnotation(ConfluenceComponent.class).value();
        }
        return name;
    }

    // A class literal in an annotation can only be read as a mirror while its class is being compiled.
    private List<String> exportedInterfaces(TypeElement type) {
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            TypeElement annotation = (TypeElement) mirror.getAnnotationType().asElement();
            if (annotation.getQualifiedName().contentEquals(ExportAsService.class.getName())) {
                return mirror.getElementValues().values().stream()
                        .flatMap(value -> ((List<?>) value.getValue()).stream())
                        .map(value -> (TypeMirror) ((AnnotationValue) value).getValue())
                        .map(mirrored -> binaryName((TypeElement) ((DeclaredType) mirrored).asElement()))
                        .sorted().collect(Collectors.toList());
            }
        }
        return List.of();
    }

    private void write() {
        IndexFiles files = new IndexFiles(processingEnv.getFiler());
        List<IndexLine> lines = new ArrayList<>(found);
        files.remembered().stream()
                .filter(line -> !compiled.contains(line.owner()))
                .filter(line -> processingEnv.getElementUtils().getTypeElement(line.owner().replace('$', '.')) != null)
                .forEach(lines::add);
        List<String> clashes = BeanNames.clashes(lines);
        clashes.forEach(clash -> processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, clash));
        if (clashes.isEmpty()) {
            try {
                files.write(lines);
            } catch (IOException failure) {
                processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "cannot write the scanner index: " + failure);
            }
        }
    }

    private String binaryName(TypeElement type) {
        return processingEnv.getElementUtils().getBinaryName(type).toString();
    }

    private void complain(Element where, String text) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, text, where);
    }
}
