"""Pillow as a Python server commonly calls it: the full picture decoded, then Lanczos. Lines and answers as in
worker.c."""

import sys

import PIL
from PIL import Image, features

LANCZOS = Image.Resampling.LANCZOS if hasattr(Image, "Resampling") else Image.LANCZOS


def render(source, target, scaled, box):
    with Image.open(source) as image:
        image.load()
        picture = image.resize(scaled, LANCZOS)
    if box != (0, 0, *scaled):
        picture = picture.crop(box)
    picture.save(target, "JPEG", quality=82, subsampling="4:2:0")


def work(line):
    source, target, _, *numbers = line.rstrip("\n").split("\t")
    scaled_width, scaled_height, left, top, width, height, repetitions = map(int, numbers)
    for _ in range(repetitions):
        render(source, target, (scaled_width, scaled_height), (left, top, left + width, top + height))


print(f"ready Pillow {PIL.__version__}, libjpeg {features.version('jpg')}", flush=True)
for line in sys.stdin:
    try:
        work(line)
        print("done", flush=True)
    except Exception as error:
        print(f"worker.py: {error}", file=sys.stderr)
        print("failed", flush=True)
