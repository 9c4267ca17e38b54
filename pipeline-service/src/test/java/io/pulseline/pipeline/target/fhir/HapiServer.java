package io.pulseline.pipeline.target.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;

/** HAPI's own FHIR server over resources in memory, with the patient 123. */
final class HapiServer implements AutoCloseable {
    final Ward ward = new Ward();

    private final Server jetty;
    private final Door door = new Door();

    HapiServer() throws Exception {
        FhirContext context = FhirContext.forR4();
        context.setParserErrorHandler(new StrictErrorHandler());
        RestfulServer fhir = new RestfulServer(context);
        fhir.setResourceProviders(new Observations(ward), new Patients());
        fhir.registerProvider(new TransactionProvider(ward));
        fhir.registerInterceptor(door);
        jetty = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ServletContextHandler servlets = new ServletContextHandler();
        servlets.addServlet(new ServletHolder(fhir), "/fhir/*");
        jetty.setHandler(servlets);
        jetty.start();
    }

    String base() {
        return "http://127.0.0.1:"
                + ((ServerConnector) jetty.getConnectors()[0]).getLocalPort()
                + "/fhir";
    }

    /** From now on a call needs one of these values in its header Authorization. */
    void opensFor(String... authorizations) {
        door.open.clear();
        door.open.addAll(Set.of(authorizations));
    }

    @Override
    public void close() throws Exception {
        jetty.stop();
    }

    /** Lets everybody in until somebody is named. */
    @Interceptor
    public static final class Door {
        private final Set<String> open = ConcurrentHashMap.newKeySet();

        @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
        public void check(RequestDetails request) {
            String shown = request.getHeader("Authorization");
            if (!open.isEmpty() && (shown == null || !open.contains(shown))) {
                throw new AuthenticationException("no such token");
            }
        }
    }

    /** Only one. */
    public static final class Patients implements IResourceProvider {
        @Override
        public Class<Patient> getResourceType() {
            return Patient.class;
        }

        @Read
        public Patient read(@IdParam IdType id) {
            if (!id.getIdPart().equals("123")) {
                throw new ResourceNotFoundException(id);
            }
            Patient patient = new Patient();
            patient.setId("Patient/123");
            return patient;
        }
    }
}
