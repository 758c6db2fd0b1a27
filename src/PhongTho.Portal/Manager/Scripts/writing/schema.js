import { Extension, Mark } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Code } from "@tiptap/extension-code";
import { CodeBlock } from "@tiptap/extension-code-block";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { HorizontalRule } from "@tiptap/extension-horizontal-rule";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Strike } from "@tiptap/extension-strike";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import { Dropcursor, Gapcursor, UndoRedo } from "@tiptap/extensions";
import { Link } from "./link.js";

// Chemistry and square metres. Nobody gets a button for them, but what stands in a text must survive its editing.
const Sub = mark("sub");
const Sup = mark("sup");

function mark(tag) {
  return Mark.create({ name: tag, parseHTML: () => [{ tag }], renderHTML: () => [tag, 0] });
}

/** Words of another language stay marked as such, for screen readers. */
const Language = Extension.create({
  name: "language",
  addGlobalAttributes: () => [{ types: ["paragraph", "heading", "blockquote", "listItem"], attributes: { lang: { default: null } } }],
});

const HeaderCell = TableHeader.extend({
  addAttributes() {
    return { ...this.parent?.(), scope: { default: null } };
  },
});

// Without the widths of columns: they would be style attributes, and readers' screens differ.
const PlainTable = Table.extend({
  renderHTML: () => ["table", ["tbody", 0]],
}).configure({ resizable: false, View: null });

/** All that a rich text may hold: the tags of the server's sanitizer, no pictures (they are blocks). */
export const extensions = [
  Document, Paragraph, Text, Bold, Italic, Strike, Code, Sub, Sup, Link,
  Heading.configure({ levels: [2, 3, 4] }),
  BulletList, OrderedList, ListItem, ListKeymap,
  Blockquote, CodeBlock, HorizontalRule, HardBreak,
  PlainTable, TableRow, HeaderCell, TableCell,
  UndoRedo, Dropcursor.configure({ color: false, class: "drop-cursor" }), Gapcursor, Language,
];
