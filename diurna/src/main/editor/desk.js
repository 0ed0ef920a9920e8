// The desk's one script: keys on every page, and the writing room where there is a draft.
import { adding } from "./adding.js";
import { drop } from "./drop.js";
import { framing } from "./framing.js";
import { keys } from "./keys.js";
import { press } from "./press.js";
import { takeIn } from "./takein.js";
import { write } from "./write.js";
import { zones } from "./zones.js";

keys();
drop();
adding();
framing();
takeIn();
zones();
press();
const room = document.getElementById("room");
if (room) write(room);
