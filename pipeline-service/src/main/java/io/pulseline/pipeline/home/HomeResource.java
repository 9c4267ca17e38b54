package io.pulseline.pipeline.home;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Says what this is, until there is a dashboard. */
@Path("/")
class HomeResource {
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Pulseline</title></head>
            <body>
            <h1>Pulseline</h1>
            <p>Carries Fitbit data from the wrist to where it is needed.</p>
            <ul>
            <li><a href="/connect/fitbit">/connect/fitbit</a>: connect your Fitbit</li>
            <li><a href="/api/connections">/api/connections</a>: your connections</li>
            <li><a href="/api/catalogue">/api/catalogue</a>: what pipelines can be made of</li>
            <li><a href="/api/pipelines">/api/pipelines</a>: your pipelines</li>
            <li><a href="/api/runs">/api/runs</a>: your Activity History</li>
            <li><a href="/api/tier">/api/tier</a>: your tier, and what it has counted</li>
            <li><a href="/api/progress/records">/api/progress/records</a>: your records; also /streak,
            /distance, /goals and /counters</li>
            <li>POST /api/activities: bring an activity as a FIT, TCX or GPX file</li>
            <li>/api/activities/{recordId} and /api/activities/{recordId}/series: an activity</li>
            <li><a href="/q/openapi?format=json">/q/openapi</a>: this API, described</li>
            </ul>
            </body>
            </html>
            """;

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "What this is, and where the API is")
    public String home() {
        return PAGE;
    }
}
