import ai.spice.cloud.SpiceCloudException;
import ai.spice.cloud.testing.Emulator;
import ai.spice.cloud.testing.EmulatorOptions;

/** The jar as somebody else has it: from Maven, with the native library out of the jar. */
public class Consumer {
    public static void main(String[] arguments) throws Exception {
        var options = new EmulatorOptions();
        options.setSeed("demo");
        try (var emulator = Emulator.start(options); var spice = emulator.blockingClient()) {
            var count = spice.getApps().list().stream().count();
            if (count < 20) throw new AssertionError("only " + count + " apps");
            var region = spice.futures().getRegions().list().get().getDefault();
            if (!"us-west-2".equals(region)) throw new AssertionError(region);
            try {
                spice.getApps().get(999_999_999L);
                throw new AssertionError("there is no such app");
            } catch (SpiceCloudException missing) {
                if (missing.getStatus() != 404) throw missing;
            }
        }
        System.out.println("the jar works");
    }
}
