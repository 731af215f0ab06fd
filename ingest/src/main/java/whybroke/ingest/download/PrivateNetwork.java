package whybroke.ingest.download;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses that are not the public internet: loopback, private, link-local (cloud metadata), shared, reserved. */
final class PrivateNetwork {
    private PrivateNetwork() {}

    static boolean contains(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPrivate6(bytes) : isPrivate4(bytes[0] & 0xff, bytes[1] & 0xff);
    }

    private static boolean isPrivate4(int first, int second) {
        return switch (first) {
            case 0 -> true;
            case 100 -> second >= 64 && second < 128;
            case 192 -> second == 0;
            case 198 -> second == 18 || second == 19;
            default -> first >= 240;
        };
    }

    /** Unique local, and everything that wraps an IPv4 address: translated, 6to4, Teredo, the deprecated forms. */
    private static boolean isPrivate6(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        return (first & 0xfe00) == 0xfc00
                || first == 0
                || (first == 0x0064 && second == 0xff9b)
                || first == 0x2002
                || (first == 0x2001 && second == 0);
    }
}
