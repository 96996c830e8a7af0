// The same client in Firefox: a conversation with somebody in Chromium.
import assert from 'node:assert/strict';
import { tokenOf } from '../../lib/world.mjs';
import { Firefox } from '../lib/firefox.mjs';
import { inHouse, lamp, post, say, until } from '../lib/people.mjs';

inHouse('a conversation between Firefox and Chromium', async (house) => {
  const chromium = await house.pageOf('oto', house.onderwerp());
  await lamp(chromium, 'live');
  const firefox = await Firefox.open();
  try {
    await firefox.setCookie(`spr_lokaal_${house.server.port}`, tokenOf('wil'), '127.0.0.1');
    await firefox.goto(house.origin + house.onderwerp());
    const shows = (text) => firefox.value(`document.querySelector('.spr-log')?.innerText.includes(${JSON.stringify(text)}) ?? false`);
    await until(() => firefox.value(`document.querySelector('.spr-lamp')?.dataset.line === 'live'`), 'Firefox is connected');
    await until(() => shows('Wie spreekt namens wie als alles uitvalt?'), 'Firefox shows the thread');

    await say(chromium, 'Vanuit Chromium gezegd');
    await until(() => shows('Vanuit Chromium gezegd'), 'Firefox shows what Chromium said');
    await firefox.value(`document.querySelector('.spr-compose textarea').focus()`);
    await firefox.type('Vanuit Firefox gezegd');
    await firefox.value(`document.querySelector('.spr-compose button[type=submit]').click()`);
    await post(chromium, 'Vanuit Firefox gezegd').waitFor();
    assert.equal(house.countOf('Vanuit Firefox gezegd'), 1);
    assert.equal(await firefox.value(`getComputedStyle(document.body).fontFamily.length > 0 && document.fonts.size > 0`), true);
  } finally {
    await firefox.close();
  }
});
