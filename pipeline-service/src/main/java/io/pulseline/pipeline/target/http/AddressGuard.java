package io.pulseline.pipeline.target.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells public addresses from those a user must not make us call: our own network, our own machine,
 * the cloud's metadata service. After the special-purpose registries of IANA.
 */
final class AddressGuard {
    private static final List<AddressRange> NOT_PUBLIC_V4 =
            ranges(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carrier-grade NAT
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link local, cloud metadata
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays, deprecated
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4"); // reserved, broadcast

    /** All of global unicast; what lies outside is loopback, link local, ULA, multicast. */
    private static final AddressRange GLOBAL_V6 = AddressRange.of("2000::/3");

    private static final List<AddressRange> NOT_PUBLIC_V6 =
            ranges(
                    "2001::/23", // protocol assignments, Teredo among them
                    "2001:db8::/32", // documentation
                    "3fff::/20"); // documentation

    private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");

    private AddressGuard() {}

    /** True if anybody on the internet may be behind it. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] address) {
        return NOT_PUBLIC_V4.stream().noneMatch(range -> range.contains(address));
    }

    private static boolean isPublicV6(byte[] address) {
        // These carry an IPv4 address inside: what counts is where the packet ends up.
        if (NAT64.contains(address)) {
            return isPublicV4(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return isPublicV4(Arrays.copyOfRange(address, 2, 6));
        }
        return GLOBAL_V6.contains(address)
                && NOT_PUBLIC_V6.stream().noneMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... cidrs) {
        return Stream.of(cidrs).map(AddressRange::of).toList();
    }
}
