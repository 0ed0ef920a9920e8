package org.diurna.darkroom;

/** One rendition that an engine is asked for. */
record Shot(Crop crop, int width, int height, Format format) {}
