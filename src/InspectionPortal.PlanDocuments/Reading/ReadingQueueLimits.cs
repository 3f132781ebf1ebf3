namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>How files are read in turn.</summary>
/// <param name="AtOnce">Readings at once, in all.</param>
/// <param name="PerPartnership">Readings at once of one partnership.</param>
/// <param name="WaitingPerPartnership">Files of one partnership that wait for their turn; one more is refused.</param>
/// <param name="Patience">How long a file waits for its turn.</param>
/// <param name="Allowance">What one file may cost.</param>
public sealed record ReadingQueueLimits(int AtOnce, int PerPartnership, int WaitingPerPartnership, TimeSpan Patience, ReadingAllowance Allowance);
