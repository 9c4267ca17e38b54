package io.pulseline.pipeline.target.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "192.167.1.1",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
            })
    void publicAddressesAreCalled(String address) {
        assertThat(AddressGuard.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "100::1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "2002:a00:1::1",
                "2002:7f00:1::",
                "::127.0.0.1",
                "3fff::1",
            })
    void ourOwnSideIsNot(String address) {
        assertThat(AddressGuard.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void anIpv4AddressInAnIpv6CoatIsSeenThrough() throws UnknownHostException {
        byte[] mappedLoopback = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};

        assertThat(AddressGuard.isPublic(InetAddress.getByAddress(mappedLoopback))).isFalse();
        assertThat(AddressGuard.isPublic(InetAddress.getByName("::ffff:10.1.2.3"))).isFalse();
        assertThat(AddressGuard.isPublic(InetAddress.getByName("::ffff:8.8.8.8"))).isTrue();
    }
}
