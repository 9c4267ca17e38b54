package io.pulseline.pipeline.target.http;

import java.net.InetAddress;

/** A CIDR block of IPv4 or IPv6. */
final class AddressRange {
    private final byte[] prefix;
    private final int bits;

    private AddressRange(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    static AddressRange of(String cidr) {
        String[] parts = cidr.split("/", -1);
        return new AddressRange(
                InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int mask = 0xFF << Math.max(0, 8 - (bits - bit));
            if (((address[bit / 8] ^ prefix[bit / 8]) & mask & 0xFF) != 0) {
                return false;
            }
        }
        return true;
    }
}
