// T3: the power goes. PostgreSQL lives on a filesystem of its own, which from one moment on writes
// nothing any more; what was not on the disk by then is gone, and all else comes back from it. A
// kill shows nothing of this: what a process gave to the kernel survives that process.
import { Cluster } from '../lib/cluster.mjs';
import { Volume } from '../lib/volume.mjs';
import { kills } from './kills.mjs';

const MEGABYTES = 1024; // sparse
export const FILESYSTEM = 'ext4'; // where one is enough

const acts = {
  async power(drill, mark) {
    const { cluster, volume } = drill;
    volume.cut();
    await cluster.kill({ all: true });
    mark();
    await volume.unmount();
    volume.mount();
    await cluster.start().catch((error) => {
      drill.blame('acked-lost', `PostgreSQL does not start again, so nothing is left of what was acknowledged: ${error.message}`);
      throw error;
    });
  },
};

export const power = (kind, rounds) => async (drill, report) => {
  drill.volume = new Volume({ kind, megabytes: MEGABYTES });
  try {
    const cluster = await Cluster.make({ dir: drill.volume.at });
    drill.volume.sync(); // deploy/pg makes a throwaway cluster without waiting for the disk
    try {
      await drill.within(cluster, () => kills(drill, Array(rounds).fill('power'), report, { acts }));
    } finally {
      cluster.remove();
    }
  } finally {
    drill.volume.remove();
  }
};
