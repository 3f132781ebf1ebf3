namespace InspectionPortal.Domain.Ratings;

/// <summary>One of a partnership's ratings: a judgement of confidence, shown with its name and a shape.</summary>
/// <param name="Code">What is stored and sent: lower-case words with hyphens ("on-track").</param>
/// <param name="Name">What people read ("On track").</param>
/// <param name="Meaning">What the partnership means by it, for the key to ratings.</param>
/// <param name="Colour">One of <see cref="Colours"/>; anything else is shown grey.</param>
/// <param name="Shape">One of <see cref="Shapes"/>; anything else is shown as a circle.</param>
/// <param name="Order">Its place in the key, the best first. Not rated comes last.</param>
public sealed record Rating(string Code, string Name, string Meaning, string Colour, string Shape, int Order)
{
    /// <summary>The colours that the style sheet knows.</summary>
    public static IReadOnlyList<string> Colours { get; } = ["green", "amber", "red", "blue", "purple", "grey"];

    /// <summary>The shapes that can be drawn. The ring is dashed and is kept for <see cref="NotRated"/>.</summary>
    public static IReadOnlyList<string> Shapes { get; } = ["circle", "triangle", "square", "diamond", "hexagon", "bar", "ring"];

    /// <summary>What stands where nobody has judged yet. Part of every key, and of none: it is never stored.</summary>
    public static Rating NotRated { get; } = new("not-rated", "Not rated", "No one has rated this yet", "none", "ring", int.MaxValue);

    /// <summary>The rating with this code, or <see cref="NotRated"/> when there is no code or the key does not know it.</summary>
    public static Rating Find(IEnumerable<Rating>? key, string? code) =>
        key?.FirstOrDefault(rating => string.Equals(rating.Code, code, StringComparison.OrdinalIgnoreCase)) ?? NotRated;
}
