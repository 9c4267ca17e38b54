package io.pulseline.localstack.proxy;

import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code proxy}: the one origin, in the foreground until SIGTERM. */
@Command(
        name = "proxy",
        description = "Runs the one-origin proxy until SIGTERM; GET /proxy/health answers 200.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class ProxyCommand implements Callable<Integer> {
    @Option(
            names = "--host",
            description = "Where it listens, from PROXY_HOST.",
            defaultValue = "${env:PROXY_HOST:-localhost}")
    private String host = "";

    @Option(
            names = "--port",
            description = "From PROXY_PORT.",
            defaultValue = "${env:PROXY_PORT:-8080}")
    private int port;

    @Option(
            names = "--ingest",
            description = "Address of the ingest service, from INGEST_URL.",
            defaultValue = "${env:INGEST_URL:-http://localhost:8081}")
    private URI ingest = URI.create("");

    @Option(
            names = "--normalizer",
            description = "Address of the normalizer service, from NORMALIZER_URL.",
            defaultValue = "${env:NORMALIZER_URL:-http://localhost:8082}")
    private URI normalizer = URI.create("");

    @Option(
            names = "--pipeline",
            description = "Address of the pipeline service, from PIPELINE_URL.",
            defaultValue = "${env:PIPELINE_URL:-http://localhost:8083}")
    private URI pipeline = URI.create("");

    @Override
    public Integer call() throws InterruptedException {
        OneOriginProxy proxy = new OneOriginProxy(ingest, normalizer, pipeline);
        Runtime.getRuntime().addShutdownHook(new Thread(proxy::close, "stop"));
        int listening = proxy.listen(host, port);
        System.out.println("proxy listens on " + host + ":" + listening);
        new CountDownLatch(1).await();
        return 0;
    }
}
