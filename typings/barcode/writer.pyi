# Lengths are millimetres.
from collections.abc import Callable, Iterator, Mapping

class BaseWriter:
    module_width: float
    module_height: float
    quiet_zone: float
    margin_top: float
    margin_bottom: float
    text: str
    def __init__(
        self,
        initialize: Callable[[list[str]], object] | None,
        paint_module: Callable[[float, float, float, str], object],
        paint_text: Callable[[float, float], object] | None,
        finish: Callable[[], object],
    ) -> None: ...
    def calculate_size(
        self, modules_per_line: int, number_of_lines: int
    ) -> tuple[float, float]: ...
    def packed(self, line: str) -> Iterator[tuple[int, float]]: ...
    def render(self, code: list[str]) -> object: ...
    def set_options(self, options: Mapping[str, object]) -> None: ...
