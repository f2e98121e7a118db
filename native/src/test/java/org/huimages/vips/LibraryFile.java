package org.huimages.vips;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A shared library as it lies on the disk, little endian, 64 bits: ELF (elf.h) or Mach-O (mach-o/loader.h).
record LibraryFile(ByteBuffer bytes) {
    private static final int ELF = 0x464C457F;
    private static final int ELF_64_BITS = 2;
    private static final int ELF_LITTLE_ENDIAN = 1;
    private static final int ELF_SHARED = 3;
    private static final int ELF_X64 = 62;
    private static final int ELF_ARM64 = 183;

    private static final int MACH_O_64_BITS = 0xFEEDFACF;
    private static final int MACH_O_SHARED = 6;
    private static final int MACH_O_X64 = 0x01000007;
    private static final int MACH_O_ARM64 = 0x0100000C;

    static LibraryFile read(Path file) throws IOException {
        return new LibraryFile(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
    }

    /// The platform it is for, as [Platform] names it.
    String platform() {
        return switch (bytes.getInt(0)) {
            case ELF -> elf();
            case MACH_O_64_BITS -> machO();
            default -> "neither ELF nor Mach-O";
        };
    }

    private String elf() {
        if (bytes.get(4) != ELF_64_BITS || bytes.get(5) != ELF_LITTLE_ENDIAN || bytes.getShort(16) != ELF_SHARED) {
            return "no shared library of 64 bits";
        }
        return libc()
                + switch (bytes.getShort(18)) {
                    case ELF_X64 -> "-x64";
                    case ELF_ARM64 -> "-arm64";
                    default -> "-machine " + bytes.getShort(18);
                };
    }

    /// By the name of the C library that it wants to be loaded beside it.
    private String libc() {
        String text =
                StandardCharsets.ISO_8859_1.decode(bytes.duplicate().rewind()).toString();
        boolean glibc = text.contains("\0libc.so.6\0");
        boolean musl = text.contains("\0libc.musl-");
        return glibc == musl ? "libc unknown" : glibc ? "linux" : "linuxmusl";
    }

    private String machO() {
        if (bytes.getInt(12) != MACH_O_SHARED) {
            return "no shared library";
        }
        return switch (bytes.getInt(4)) {
            case MACH_O_X64 -> "darwin-x64";
            case MACH_O_ARM64 -> "darwin-arm64";
            default -> "darwin-machine " + bytes.getInt(4);
        };
    }
}
