package org.huimages.vips;

/// What libvips itself counts as in use in this process. All are 0 when no picture is worked on.
///
/// @param bytes of pixel buffers
/// @param allocations of pixel buffers
/// @param files open files
public record VipsCounters(long bytes, int allocations, int files) {}
