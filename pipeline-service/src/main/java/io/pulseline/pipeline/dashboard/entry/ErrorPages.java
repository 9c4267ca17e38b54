package io.pulseline.pipeline.dashboard.entry;

import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows problems as pages to browsers that asked for one; programs get them as they are. */
class ErrorPages {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance error(String title, String detail);
    }

    @ServerResponseFilter
    void page(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem && wantsPage(request)) {
            response.setEntity(html(problem), new Annotation[0], HTML);
        }
    }

    private static boolean wantsPage(ContainerRequestContext request) {
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        String path = request.getUriInfo().getPath();
        return request.getMethod().equals("GET")
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML)
                && !path.startsWith("/api/");
    }

    private static String html(Problem problem) {
        String title = Texts.sayOr("entry_error_" + problem.status(), Texts.say("entry_anyError"));
        // What is not there needs no more words, and what we did wrong has none for people.
        String detail = problem.status() == 404 || problem.status() == 500 ? "" : problem.detail();
        return Templates.error(title, detail).render();
    }
}
