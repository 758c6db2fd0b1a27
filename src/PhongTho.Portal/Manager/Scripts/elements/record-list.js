import { announce } from "../parts/announce.js";
import { make, own } from "../parts/make.js";
import { OrderedItems } from "./ordered-items.js";

/** A list of small records of one kind: figures, milestones, questions. */
export class RecordList extends OrderedItems {
  word = "dòng";
  letter = "r";

  async add(before) {
    this.querySelector(":scope > .problem")?.remove();
    try {
      await this.insert({}, before);
    } catch (refusal) {
      this.append(own(make("p", { class: "problem", role: "alert" }, refusal.message)));
      announce(refusal.message);
    }
  }
}
