"""From a PDF's own coordinates, bottom left and before rotation, to the page as displayed, from the top left."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class PageTurn:
    """How a page is displayed: the visible box in the file's coordinates, and clockwise degrees."""

    x0: float
    y0: float
    x1: float
    y1: float
    rotation: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as displayed."""
        width, height = self.x1 - self.x0, self.y1 - self.y0
        return (height, width) if self.rotation % 180 else (width, height)

    @property
    def matrix(self) -> Matrix:
        """The same as a matrix a, b, c, d, e, f: x' = a x + c y + e, y' = b x + d y + f."""
        if self.rotation == 90:
            return (0, 1, 1, 0, -self.y0, -self.x0)
        if self.rotation == 180:
            return (-1, 0, 0, 1, self.x1, -self.y0)
        if self.rotation == 270:
            return (0, -1, -1, 0, self.y1, self.x1)
        return (1, 0, 0, -1, -self.x0, self.y1)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the file's coordinates as x0, top, x1, bottom of the page as displayed."""
        if not self.rotation:
            # the usual page, and the usual order of the corners
            x0, x1 = (left, right) if left <= right else (right, left)
            y0, y1 = (bottom, top) if bottom <= top else (top, bottom)
            return (x0 - self.x0, self.y1 - y1, x1 - self.x0, self.y1 - y0)
        a, b, c, d, e, f = self.matrix
        xa, ya = a * left + c * bottom + e, b * left + d * bottom + f
        xb, yb = a * right + c * top + e, b * right + d * top + f
        return (min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))

    def direction(self, dx: float, dy: float) -> int | None:
        """Clockwise degrees of a direction as displayed: 0, 90, 180 or 270; null where it is aslant."""
        a, b, c, d, _, _ = self.matrix
        x, y = a * dx + c * dy, b * dx + d * dy
        if abs(y) <= 0.1 * abs(x):
            return 0 if x > 0 else 180
        if abs(x) <= 0.1 * abs(y):
            return 90 if y > 0 else 270
        return None


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies one and then another."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def inverse(matrix: Matrix) -> Matrix:
    """The matrix that undoes one that is not flat."""
    a, b, c, d, e, f = matrix
    det = a * d - b * c
    return (d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det)
