import { BlockList } from "./elements/block-list.js";
import { ConfirmButton } from "./elements/confirm-button.js";
import { CopyText } from "./elements/copy-text.js";
import { DraftForm } from "./elements/draft-form.js";
import { FileDrop } from "./elements/file-drop.js";
import { FocalPoint } from "./elements/focal-point.js";
import { FreshPanel } from "./elements/fresh-panel.js";
import { ItemField } from "./elements/item-field.js";
import { LivePreview } from "./elements/live-preview.js";
import { MarkdownText } from "./elements/markdown-text.js";
import { MediaField } from "./elements/media-field.js";
import { RecordList } from "./elements/record-list.js";
import { RichText } from "./elements/rich-text.js";
import { SortTree } from "./elements/sort-tree.js";
import { TextCounter } from "./elements/text-counter.js";
import { teachManners } from "./parts/manners.js";

teachManners();

// The form comes last: it takes as written what stands there when all its parts have begun.
const elements = {
  "rich-text": RichText,
  "markdown-text": MarkdownText,
  "text-counter": TextCounter,
  "media-field": MediaField,
  "item-field": ItemField,
  "file-drop": FileDrop,
  "focal-point": FocalPoint,
  "record-list": RecordList,
  "block-list": BlockList,
  "live-preview": LivePreview,
  "confirm-button": ConfirmButton,
  "copy-text": CopyText,
  "fresh-panel": FreshPanel,
  "sort-tree": SortTree,
  "draft-form": DraftForm,
};

for (const [name, element] of Object.entries(elements)) {
  customElements.define(name, element);
}
