using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Measures;

/// <summary>How a milestone stands.</summary>
/// <param name="Deadline">When it is to be delivered, as the plan says it.</param>
/// <param name="DoneOn">When it was delivered; null where only words say so, or nothing does.</param>
/// <param name="DoneText">What was delivered, or when in words.</param>
/// <param name="Proofs">How many pieces of evidence show it.</param>
public sealed record MilestoneState(Deadline Deadline, DateOnly? DoneOn, string? DoneText, int Proofs)
{
    public bool IsDone => DoneOn is not null || DoneText is not null;

    /// <summary>True where somebody says that it is done and nothing shows it.</summary>
    public bool IsOnlyClaimed => IsDone && Proofs == 0;

    /// <summary>Whole days past its date, until it is delivered.</summary>
    public int DaysLate(DateOnly today) => IsDone ? 0 : Deadline.DaysLate(today);

    /// <summary>"Done 30 June 2020, evidenced", "Done and not evidenced", "Not delivered yet".</summary>
    public string Words => !IsDone ? "Not delivered yet" : $"Done{(DoneOn is { } day ? $" {DateFormat.Full(day)}" : "")}{(IsOnlyClaimed ? ", awaiting evidence" : ", evidenced")}";
}
