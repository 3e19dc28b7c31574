"""What a class file of Java says that classifies differences between byte code and source."""

import struct

UTF8, INTEGER, FLOAT, LONG, DOUBLE, CLASS, STRING = 1, 3, 4, 5, 6, 7, 8
FIELD_REF, METHOD_REF, INTERFACE_REF, NAME_AND_TYPE = 9, 10, 11, 12
METHOD_HANDLE, METHOD_TYPE, DYNAMIC, INVOKE_DYNAMIC, MODULE, PACKAGE = 15, 16, 17, 18, 19, 20
SIZES = {
    INTEGER: 4, FLOAT: 4, LONG: 8, DOUBLE: 8, CLASS: 2, STRING: 2, FIELD_REF: 4, METHOD_REF: 4,
    INTERFACE_REF: 4, NAME_AND_TYPE: 4, METHOD_HANDLE: 3, METHOD_TYPE: 2, DYNAMIC: 4,
    INVOKE_DYNAMIC: 4, MODULE: 2, PACKAGE: 2}


class ClassFile:
    """A class by its name with dots; nested ones keep their `$`.

    `origins` are its superclass and interfaces, `members` the names and descriptors that it
    declares, `constants` the names of its fields with a value that compilers inline, `uses` the
    owner, name and descriptor of every member that its code refers to, `source` the name of its
    source file.
    """

    def __init__(self, data: bytes):
        magic, _, _, count = struct.unpack_from(">IHHH", data, 0)
        if magic != 0xCAFEBABE:
            raise ValueError("no class file")
        self._data, self._pool = data, [None] * count
        position = self._read_pool(10, count)
        _, this, above, interfaces = struct.unpack_from(">HHHH", data, position)
        self.name = self._class(this)
        origins = struct.unpack_from(f">{interfaces}H", data, position + 8)
        self.origins = [self._class(index) for index in (above, *origins) if index]
        self.members: set[tuple[str, str]] = set()
        self.constants: set[str] = set()
        self.source: str | None = None
        position = self._read_members(position + 8 + 2 * interfaces)
        position = self._read_members(position)
        for name, start, _ in self._attributes(position)[0]:
            if name == "SourceFile":
                self.source = self._text(struct.unpack_from(">H", data, start)[0])
        references = (item for item in self._pool if item and item[0] in (
            FIELD_REF, METHOD_REF, INTERFACE_REF))
        self.uses = {self._member(*struct.unpack(">HH", item[1])) for item in references}

    @property
    def package(self) -> str:
        return self.name.rpartition(".")[0]

    def _read_pool(self, position: int, count: int) -> int:
        index = 1
        while index < count:
            tag = self._data[position]
            if tag == UTF8:
                size = 2 + struct.unpack_from(">H", self._data, position + 1)[0]
                text = self._data[position + 3:position + 1 + size]
                self._pool[index] = (tag, text.decode("utf-8", "replace"))
            else:
                size = SIZES[tag]
                self._pool[index] = (tag, self._data[position + 1:position + 1 + size])
            position += 1 + size
            index += 2 if tag in (LONG, DOUBLE) else 1
        return position

    def _read_members(self, position: int) -> int:
        count = struct.unpack_from(">H", self._data, position)[0]
        position += 2
        for _ in range(count):
            _, name, descriptor = struct.unpack_from(">HHH", self._data, position)
            attributes, position = self._attributes(position + 6)
            self.members.add((self._text(name), self._text(descriptor)))
            if any(attribute == "ConstantValue" for attribute, _, _ in attributes):
                self.constants.add(self._text(name))
        return position

    def _attributes(self, position: int) -> tuple[list[tuple[str, int, int]], int]:
        count = struct.unpack_from(">H", self._data, position)[0]
        position += 2
        found = []
        for _ in range(count):
            name, size = struct.unpack_from(">HI", self._data, position)
            found.append((self._text(name), position + 6, size))
            position += 6 + size
        return found, position

    def _text(self, index: int) -> str:
        return self._pool[index][1]

    def _class(self, index: int) -> str:
        return self._text(struct.unpack(">H", self._pool[index][1])[0]).replace("/", ".")

    def _member(self, owner: int, name_and_type: int) -> tuple[str, str, str]:
        name, descriptor = struct.unpack(">HH", self._pool[name_and_type][1])
        return self._class(owner), self._text(name), self._text(descriptor)
