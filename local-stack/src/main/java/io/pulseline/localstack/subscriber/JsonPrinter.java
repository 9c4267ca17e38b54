package io.pulseline.localstack.subscriber;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.localstack.client.Http;
import java.io.PrintWriter;
import java.util.Comparator;

/** For machines: one object, failures included. */
final class JsonPrinter implements SubscriberPrinter {
    private final PrintWriter out;

    JsonPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void applied(SubscriberName name, Applied applied) {
        switch (applied) {
            case Applied.Created created -> print(named(name, "created"), created.subscriber());
            case Applied.Changed changed -> {
                ObjectNode json = named(name, "changed");
                ArrayNode parts = json.putArray("changed");
                changed.parts().forEach(part -> parts.add(part.member()));
                print(json, changed.subscriber());
            }
            case Applied.Unchanged unchanged ->
                    print(named(name, "unchanged"), unchanged.subscriber());
        }
    }

    @Override
    public void shown(SubscriberName name, KnownSubscriber subscriber) {
        print(named(name, "shown"), subscriber);
    }

    @Override
    public void absent(SubscriberName name) {
        print(named(name, "absent"));
    }

    @Override
    public void deleted(SubscriberName name, boolean wasThere) {
        print(named(name, wasThere ? "deleted" : "absent"));
    }

    @Override
    public void failed(SubscriberException failure) {
        print(
                Http.JSON
                        .createObjectNode()
                        .put("outcome", "failed")
                        .put("problem", failure.problem())
                        .put("wayOut", failure.wayOut()));
    }

    private static ObjectNode named(SubscriberName name, String outcome) {
        return Http.JSON
                .createObjectNode()
                .put("outcome", outcome)
                .put("project", name.project())
                .put("id", name.id());
    }

    private void print(ObjectNode json, KnownSubscriber subscriber) {
        ObjectNode shown = json.putObject("subscriber");
        shown.put("name", subscriber.name()).put("endpoint", subscriber.endpoint());
        ArrayNode dataTypes = shown.putArray("dataTypes");
        subscriber.interests().stream()
                .sorted(Comparator.comparing(Interest::dataType).thenComparing(Interest::policy))
                .forEach(interest ->
                        dataTypes
                                .addObject()
                                .put("dataType", interest.dataType())
                                .put("policy", interest.policy()));
        shown.put("secretSet", subscriber.isSecretSet());
        shown.put("state", subscriber.state().isEmpty() ? null : subscriber.state());
        shown.put("updated", subscriber.updated().isEmpty() ? null : subscriber.updated());
        print(json);
    }

    private void print(ObjectNode json) {
        out.println(json);
        out.flush();
    }
}
