namespace InspectionPortal.Domain.Deadlines;

/// <summary>The names of the kinds outside the program: JSON, stored values, file formats.</summary>
public static class DeadlineKinds
{
    private static readonly string[] Names =
    [
        "none", "date", "month", "quarter", "season", "year", "from", "immediate", "ongoing", "ongoing-until",
        "recurring", "list", "staged", "review", "relative", "to-be-agreed", "not-applicable", "unclear",
    ];

    /// <summary>Every kind, in the order of the enumeration.</summary>
    public static IReadOnlyList<DeadlineKind> All { get; } = Enum.GetValues<DeadlineKind>();

    /// <summary>The wire name of a kind: lower case, words joined by hyphens ("ongoing-until").</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToWire(this DeadlineKind kind) =>
        Enum.IsDefined(kind) ? Names[(int)kind] : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of deadline.");

    /// <summary>The kind with a wire name. Upper and lower case differ.</summary>
    /// <returns>False, and <see cref="DeadlineKind.Unclear"/>, when no kind has that name.</returns>
    public static bool TryFromWire(string? name, out DeadlineKind kind)
    {
        var index = Array.IndexOf(Names, name);
        kind = index < 0 ? DeadlineKind.Unclear : (DeadlineKind)index;
        return index >= 0;
    }
}
