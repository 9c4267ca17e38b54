package io.pulseline.localstack.subscriber;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** For people. */
final class TextPrinter implements SubscriberPrinter {
    private final PrintWriter out;
    private final PrintWriter err;

    TextPrinter(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void applied(SubscriberName name, Applied applied) {
        String done =
                switch (applied) {
                    case Applied.Created _ -> "Created " + name + ".";
                    case Applied.Changed changed ->
                            "Changed " + name + ": " + words(changed.parts()) + ".";
                    case Applied.Unchanged _ -> "Nothing to do: " + name + " is as it should be.";
                };
        out.println(done);
        print(applied.subscriber());
    }

    @Override
    public void shown(SubscriberName name, KnownSubscriber subscriber) {
        out.println("This is " + name + ":");
        print(subscriber);
    }

    @Override
    public void absent(SubscriberName name) {
        out.println("There is no " + name + "; ./pulseline subscriber apply makes it.");
        out.flush();
    }

    @Override
    public void deleted(SubscriberName name, boolean wasThere) {
        out.println(
                wasThere ? "Deleted " + name + "." : "Nothing to do: there is no " + name + ".");
        out.flush();
    }

    @Override
    public void failed(SubscriberException failure) {
        err.println("pulseline: " + failure.problem());
        err.println(failure.wayOut());
        err.flush();
    }

    private void print(KnownSubscriber subscriber) {
        out.println("  endpoint    " + subscriber.endpoint());
        TreeMap<String, TreeSet<String>> byPolicy = new TreeMap<>();
        for (Interest interest : subscriber.interests()) {
            byPolicy.computeIfAbsent(interest.policy(), _ -> new TreeSet<>())
                    .add(interest.dataType());
        }
        byPolicy.forEach((policy, types) ->
                out.println(
                        "  %-10s  %d data types: %s"
                                .formatted(
                                        policy.equals(Interest.AUTOMATIC) ? "everybody" : policy,
                                        types.size(),
                                        String.join(", ", types))));
        out.println("  secret      " + (subscriber.isSecretSet() ? "set" : "not set"));
        if (!subscriber.state().isEmpty()) {
            out.println("  state       " + subscriber.state());
        }
        if (!subscriber.updated().isEmpty()) {
            out.println("  changed     " + subscriber.updated());
        }
        out.flush();
    }

    private static String words(Collection<SubscriberPart> parts) {
        return parts.stream().map(SubscriberPart::words).collect(Collectors.joining(", "));
    }
}
