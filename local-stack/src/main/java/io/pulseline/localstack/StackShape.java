package io.pulseline.localstack;

import io.pulseline.localstack.process.Ports;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a stack is made of, where its parts listen, and what they are given.
 *
 * @param parts those that belong to it
 * @param ports of every part of it on loopback, as many as {@link Part#ports} has
 * @param sizing memory and compilers
 * @param simulated true: the simulator takes the providers' place whatever {@code .env} says, and
 *     nothing else of the machine's settings counts
 * @param durable whether its data must survive a power cut
 */
public record StackShape(
        Set<Part> parts,
        Map<Part, List<Integer>> ports,
        Sizing sizing,
        boolean simulated,
        boolean durable) {
    /** How much a JVM may take. */
    public enum Sizing {
        /** One user, one workout: little memory, a quick start. */
        SMALL,
        /** Minutes of work at full load: more memory, and the optimising compiler. */
        BUSY
    }

    public StackShape {
        parts = Set.copyOf(parts);
        ports = Map.copyOf(ports);
    }

    /** All parts at the ports everybody knows. */
    public static StackShape usual() {
        Map<Part, List<Integer>> ports = new EnumMap<>(Part.class);
        Arrays.stream(Part.values()).forEach(part -> ports.put(part, part.ports()));
        return new StackShape(
                EnumSet.allOf(Part.class), ports, Sizing.SMALL, /* simulated= */ false, true);
    }

    /**
     * Some parts that work hard, at ports that nobody uses now: it may run beside another stack.
     */
    public static StackShape busy(Set<Part> parts) {
        Set<Integer> taken = new HashSet<>();
        Map<Part, List<Integer>> ports = new EnumMap<>(Part.class);
        for (Part part : parts) {
            ports.put(part, part.ports().stream().map(_ -> free(taken)).toList());
        }
        return new StackShape(parts, ports, Sizing.BUSY, /* simulated= */ true, false);
    }

    private static int free(Set<Integer> taken) {
        int port = Ports.free();
        while (!taken.add(port)) {
            port = Ports.free();
        }
        return port;
    }

    /**
     * Where the part listens; the port for users first.
     *
     * @throws IllegalArgumentException if the part has no place in this stack
     */
    List<Integer> portsOf(Part part) {
        List<Integer> given = ports.get(part);
        if (given == null) {
            throw new IllegalArgumentException("this stack has no part '" + part + "'");
        }
        return given;
    }

    /** The port of a part that is for users. */
    public int port(Part part) {
        return portsOf(part).getFirst();
    }

    /** Where a browser finds it all: the proxy, or ingest where there is none. */
    int frontPort() {
        return port(parts.contains(Part.PROXY) ? Part.PROXY : Part.INGEST);
    }
}
