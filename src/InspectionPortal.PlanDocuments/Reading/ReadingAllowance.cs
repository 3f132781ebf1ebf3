namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>What the reading of one file may cost. Set for the installation; a file that needs more is refused.</summary>
/// <param name="ProcessorTime">Time of the processor, not of the clock: a busy server does not use it up.</param>
/// <param name="MemoryBytes">Memory for what is kept of the file while it is read, as it is counted by <see cref="ReadingBudget"/>.</param>
public sealed record ReadingAllowance(TimeSpan ProcessorTime, long MemoryBytes)
{
    /// <summary>10 seconds and 256 MB.</summary>
    public static ReadingAllowance Default { get; } = new(TimeSpan.FromSeconds(10), 256L * 1024 * 1024);
}
