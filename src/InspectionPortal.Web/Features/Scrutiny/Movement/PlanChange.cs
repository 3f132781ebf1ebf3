using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>
/// One thing that moved in a plan: a project's rating, its deadline or both; an item of evidence; a position statement; or a measure's
/// signal.
/// </summary>
public sealed record PlanChange
{
    public required ChangeKind Kind { get; init; }

    /// <summary>The day, or the report that says so.</summary>
    public required string When { get; init; }

    /// <summary>Numbers of the recommendations that it is about.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>What it is called, with its number.</summary>
    public required string Item { get; init; }

    /// <summary>Where it can be read.</summary>
    public string? Href { get; init; }

    public MoveKind Move { get; init; }
    public Rating Before { get; init; } = Rating.NotRated;
    public Rating Now { get; init; } = Rating.NotRated;

    /// <summary>"Now 31 December 2020, was 30 September 2020", where the deadline slipped.</summary>
    public string? Slip { get; init; }

    public SignalKind? Signal { get; init; }

    /// <summary>Why, what was said, or which type of evidence it is; null where nothing says.</summary>
    public string? Why { get; init; }

    /// <summary>The worst comes first.</summary>
    public int Order => (Kind, Move, Slip) switch
    {
        (ChangeKind.Work, MoveKind.Down, _) => 0,
        (ChangeKind.Work, _, not null) => 1,
        (ChangeKind.Work, MoveKind.Up, _) => 2,
        (ChangeKind.Work, MoveKind.New, _) => 3,
        (ChangeKind.Work, _, _) => 4,
        (ChangeKind.Evidence, _, _) => 5,
        (ChangeKind.Statement, _, _) => 6,
        _ => 7,
    };
}
