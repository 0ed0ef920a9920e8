// The desk's one script: keys on every page, and the writing room where there is a draft.
import { drop } from "./drop.js";
import { keys } from "./keys.js";
import { write } from "./write.js";
import { zones } from "./zones.js";

keys();
drop();
zones();
const room = document.getElementById("room");
if (room) write(room);
