package dev.contactcenter.demo.web;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheFactory;
import io.javalin.http.Context;
import java.io.StringWriter;
import java.util.Map;

/** Renders the pages under {@code demo/templates}; every value is escaped by Mustache. */
public final class Page {

    private static final MustacheFactory TEMPLATES = new DefaultMustacheFactory("demo/templates");

    private Page() {}

    /**
     * Answers with a page.
     *
     * @param template file name without {@code .mustache}
     */
    public static void show(Context context, String template, Map<String, Object> model) {
        StringWriter text = new StringWriter();
        TEMPLATES.compile(template + ".mustache").execute(text, model);
        context.html(text.toString());
    }
}
