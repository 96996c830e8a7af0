// The line breaks in every way a line can break. What must hold: the page says so, nobody loses
// or doubles anything, and it mends by itself.
import assert from 'node:assert/strict';
import { box, inHouse, lamp, pending, post, ready, say } from '../lib/people.mjs';

const shownOnce = async (page, text) => {
  await post(page, text).first().waitFor();
  await pending(page, text).waitFor({ state: 'detached' });
  assert.equal(await post(page, text).count(), 1, `${text}: shown more than once`);
};

inHouse('the server is killed: the page says so, keeps what is written, and is back with all of it', async (house) => {
  const wil = await house.pageOf('wil', house.onderwerp());
  const oto = await house.pageOf('oto', house.onderwerp());
  await Promise.all([ready(wil), ready(oto)]);
  await house.server.kill();
  await Promise.all([lamp(wil, 'down'), lamp(oto, 'down')]);
  await wil.getByTestId('linebar').getByText('Sinds').waitFor();
  await say(wil, 'Geschreven zonder server');
  await pending(wil, 'Geschreven zonder server').getByText('Wacht op verbinding').waitFor();
  await box(oto).fill('Nog niet verstuurd');

  await house.server.start();
  await Promise.all([lamp(wil, 'live'), lamp(oto, 'live')]);
  await shownOnce(wil, 'Geschreven zonder server');
  await shownOnce(oto, 'Geschreven zonder server');
  assert.equal(await box(oto).inputValue(), 'Nog niet verstuurd');
  assert.equal(house.countOf('Geschreven zonder server'), 1);
});

inHouse('killed under fire: what two people keep sending lands once each, in one order', async (house) => {
  const wil = await house.pageOf('wil', house.onderwerp());
  const oto = await house.pageOf('oto', house.onderwerp());
  await Promise.all([ready(wil), ready(oto)]);
  const texts = [];
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 4; i++) {
      for (const [page, name] of [[wil, 'Wil'], [oto, 'Oto']]) {
        const text = `${name} ronde ${round} nummer ${i}`;
        texts.push(text);
        await say(page, text);
      }
    }
    await house.server.kill();
    await house.server.start();
  }
  for (const text of texts) {
    await shownOnce(wil, text);
    await shownOnce(oto, text);
    assert.equal(house.countOf(text), 1, text);
  }
  const order = (page) => page.locator('.spr-post').evaluateAll((all) => all.map((each) => each.dataset.id));
  assert.deepEqual(await order(wil), await order(oto));
});

inHouse('a black hole: silence is noticed, nothing is closed, and all that was missed comes', async (house) => {
  const wil = await house.pageOf('wil', house.onderwerp());
  await ready(wil);
  house.network.hole();
  await say(wil, 'In een zwart gat gezegd');
  await lamp(wil, 'stalling');
  await wil.getByTestId('linebar').getByText('horen we niets van de server').waitFor();
  await house.post('oto', 'Gezegd terwijl u weg was');
  await lamp(wil, 'down');
  assert.equal(await pending(wil, 'In een zwart gat gezegd').count(), 1);
  house.network.heal();
  await lamp(wil, 'live');
  await shownOnce(wil, 'Gezegd terwijl u weg was');
  await shownOnce(wil, 'In een zwart gat gezegd');
  assert.equal(house.countOf('In een zwart gat gezegd'), 1);
});

inHouse('an answer lost on its way back does not double the text', async (house) => {
  const wil = await house.pageOf('wil', house.onderwerp());
  await ready(wil);
  house.network.change = () => null; // the way back is gone, the way there is not
  await say(wil, 'Aangekomen zonder antwoord');
  await lamp(wil, 'stalling');
  assert.equal(house.countOf('Aangekomen zonder antwoord'), 1, 'it did arrive');
  house.network.change = (bytes) => bytes;
  house.network.heal();
  await lamp(wil, 'live');
  await shownOnce(wil, 'Aangekomen zonder antwoord');
  assert.equal(house.countOf('Aangekomen zonder antwoord'), 1);
});

inHouse('offline is told at once, and what is written waits', async (house) => {
  const wil = await house.pageOf('wil', house.onderwerp());
  await ready(wil);
  await wil.context().setOffline(true);
  await lamp(wil, 'down');
  await wil.getByTestId('linebar').getByText('U bent offline').waitFor();
  await say(wil, 'Vanuit de trein');
  await wil.context().setOffline(false);
  await lamp(wil, 'live');
  await shownOnce(wil, 'Vanuit de trein');
  assert.equal(house.countOf('Vanuit de trein'), 1);
});

inHouse('the server goes down in order: the page comes back by itself', async (house) => {
  const wil = await house.pageOf('wil', house.onderwerp());
  await ready(wil);
  await house.server.stop();
  await lamp(wil, 'down');
  await house.server.restart(false);
  await lamp(wil, 'live');
});

inHouse('after a restore the log has a new epoch: the page loads anew and goes on', async (house) => {
  const wil = await house.pageOf('wil', house.onderwerp());
  await ready(wil);
  await box(wil).fill('Dit bleef staan');
  await house.server.kill();
  await lamp(wil, 'down');
  house.world.sql('SELECT rule.epoch_nieuw()');
  await house.server.start();
  await lamp(wil, 'live');
  await house.post('oto', 'Na het terugzetten');
  await shownOnce(wil, 'Na het terugzetten');
  await shownOnce(wil, 'Spreek het vooraf af, en oefen het.');
  assert.equal(await box(wil).inputValue(), 'Dit bleef staan');
});

inHouse('without WebSocket the page goes on by a detour, says so, and both sides see each other', async (house) => {
  const context = await house.browserOf('wil');
  await context.addInitScript(() => {
    window.WebSocket = class extends EventTarget {
      static OPEN = 1;
      readyState = 3;
      constructor() {
        super();
        setTimeout(() => this.onclose?.({ code: 1006 }), 0);
      }
      close() {}
    };
  });
  const wil = await house.openPage(context, house.onderwerp());
  await lamp(wil, 'detour');
  await wil.getByTestId('linebar').getByText('ververst elke 5 seconden').waitFor();
  const oto = await house.pageOf('oto', house.onderwerp());
  await say(wil, 'Langs een omweg');
  await shownOnce(oto, 'Langs een omweg');
  await shownOnce(wil, 'Langs een omweg');
  await say(oto, 'Ook zo te lezen');
  await shownOnce(wil, 'Ook zo te lezen');
});

// A frame of the server is not masked, so a network between can read and change it.
const isEvent = (bytes, text) => bytes.includes('"leaf"') && bytes.includes(text);

inHouse('an event that was lost on its way is noticed and fetched', async (house) => {
  const wil = await house.pageOf('wil', house.onderwerp());
  await ready(wil);
  let dropped = 0;
  house.network.change = (bytes) => {
    if (dropped > 0 || !isEvent(bytes, 'Onderweg verdwenen')) return bytes;
    dropped++;
    return null;
  };
  await house.post('oto', 'Onderweg verdwenen');
  await post(wil, 'Onderweg verdwenen').waitFor();
  assert.equal(dropped, 1, 'the frame was dropped first');
  await house.post('oto', 'En dit komt erna');
  await shownOnce(wil, 'En dit komt erna');
  await shownOnce(wil, 'Onderweg verdwenen');
});

inHouse('an event that was changed on its way is never shown; a second lie is told to the reader', async (house) => {
  const wil = await house.pageOf('wil', house.onderwerp());
  await ready(wil);
  let lies = 0;
  house.network.change = (bytes) => {
    if (!isEvent(bytes, 'Wij zijn voor')) return bytes;
    lies++;
    return Buffer.from(bytes.toString('latin1').replace('Wij zijn voor', 'Wij niet voor'), 'latin1');
  };
  await wil.evaluate(() => {
    window.seenLies = 0;
    new MutationObserver(() => {
      if (document.querySelector('.spr-log').innerText.includes('Wij niet voor')) window.seenLies++;
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await house.post('oto', 'Wij zijn voor, zegt Oto');
  await shownOnce(wil, 'Wij zijn voor, zegt Oto');
  assert.ok(lies > 0, 'the frame was changed');
  await house.post('oto', 'Wij zijn voor, zegt Oto opnieuw');
  await wil.getByRole('alert').getByText('kloppen niet').waitFor();
  assert.equal(await wil.evaluate(() => window.seenLies), 0);
});
