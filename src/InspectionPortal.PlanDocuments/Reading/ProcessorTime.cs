using System.Diagnostics;
using System.Runtime.InteropServices;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>The processor time that a thread has used.</summary>
internal static class ProcessorTime
{
    private const int LinuxThreadClock = 3;
    private const int MacThreadClock = 16;

    /// <summary>Of this thread; where the system does not tell it, the time of the clock.</summary>
    public static TimeSpan OfThisThread()
    {
        try
        {
            var clock = OperatingSystem.IsLinux() ? LinuxThreadClock : OperatingSystem.IsMacOS() ? MacThreadClock : -1;
            if (clock >= 0 && ReadClock(clock, out var time) == 0)
            {
                return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000);
            }
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another system library than the usual one: the clock is the stricter measure.
        }

        return Stopwatch.GetElapsedTime(0);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReadClock(int clock, out SystemTime time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct SystemTime
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
