using System.Runtime.InteropServices;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>Lets a thread give way to the threads that answer pages.</summary>
internal static class ThreadPriorities
{
    private const int OfAThread = 0;
    private const int This = 0;
    private const int Nice = 10;

    /// <summary>Lowers the priority of this thread for good; for threads that end with their work.</summary>
    public static void GiveWay()
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            // The runtime's own priorities change nothing on Linux; there each thread has a niceness.
            _ = SetPriority(OfAThread, This, Nice);
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another system library than the usual one: it is read at the usual priority.
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int niceness);
}
