using InspectionPortal.Domain.Imports;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>An import on its page.</summary>
public sealed class ImportPage
{
    public required Guid Id { get; init; }
    public required string FileName { get; init; }
    public required ImportState State { get; init; }
    public required string? PlanTitle { get; init; }
    public required Guid? PlanId { get; init; }
    public required bool IsNewPlan { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? BroughtInAt { get; init; }
    public DateTimeOffset? UndoneAt { get; init; }
    public string? Told { get; init; }

    /// <summary>The plan it goes into, or went into; the list where there is none yet.</summary>
    public string PlanAddress => PlanId is { } id ? $"~/plans/{id}" : "~/plans";

    /// <summary>How many deadlines it moved; that they did is kept when it is undone.</summary>
    public int Slips { get; init; }

    /// <summary>True where the week is over and nothing was brought in.</summary>
    public bool IsOver { get; init; }

    /// <summary>The latest job on it; null where there was none.</summary>
    public ImportJobState? Job { get; init; }

    /// <summary>How it will look; null once it is decided, and while a job works on it.</summary>
    public ImportPreviewPage? Look { get; init; }

    /// <summary>Why it cannot be shown just now; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Why it cannot be undone; null where it can.</summary>
    public string? WhyFinal { get; init; }

    /// <summary>The file as it was read for this page, to be kept for the next; null where it was kept already.</summary>
    internal StoredReading? Fresh { get; init; }
}
