using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>What files that are imported may cost; set for the installation.</summary>
public sealed class ImportOptions
{
    public const string Section = "Imports";

    /// <summary>Processor time for one file, in seconds.</summary>
    public int ReadingSeconds { get; set; } = 10;

    /// <summary>Memory for one file, in megabytes.</summary>
    public int ReadingMegabytes { get; set; } = 256;

    /// <summary>Files read at once; 0 for one fewer than there are processors, and at least one.</summary>
    public int ReadingsAtOnce { get; set; }

    /// <summary>Files of one partnership read at once.</summary>
    public int ReadingsPerPartnership { get; set; } = 2;

    /// <summary>Files of one partnership that wait to be read; one more is refused.</summary>
    public int WaitingReadings { get; set; } = 4;

    /// <summary>How long a file waits to be read, in seconds.</summary>
    public int PatienceSeconds { get; set; } = 60;

    /// <summary>Files of one partnership that are read and wait to be brought in; one more is refused.</summary>
    public int WaitingFiles { get; set; } = 20;

    /// <summary>The same as the queue takes it.</summary>
    public ReadingQueueLimits ToLimits() => new(
        ReadingsAtOnce > 0 ? ReadingsAtOnce : Math.Max(1, Environment.ProcessorCount - 1),
        Math.Max(1, ReadingsPerPartnership),
        Math.Max(1, WaitingReadings),
        TimeSpan.FromSeconds(PatienceSeconds),
        new ReadingAllowance(TimeSpan.FromSeconds(ReadingSeconds), ReadingMegabytes * 1024L * 1024L));
}
