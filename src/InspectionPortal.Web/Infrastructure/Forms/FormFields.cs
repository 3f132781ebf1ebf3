using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>What every form of the plan carries besides its own fields. The command is the model of its page.</summary>
public abstract class FormFields
{
    /// <summary>The version that the form was opened at; 0 for what does not exist yet.</summary>
    public uint Version { get; set; }

    /// <summary>Set by a button that asks for another empty row and saves nothing.</summary>
    public string? More { get; set; }

    /// <summary>What stands around the fields; from the query, never bound.</summary>
    [BindNever]
    public FormPage? Page { get; set; }

    /// <summary>True where the form makes something new.</summary>
    public virtual bool IsNew => false;

    /// <summary>The key of what is made, sent with the form so that sending it twice makes one; null on a form that edits.</summary>
    public virtual Guid? NewId => null;

    /// <summary>The page around the fields.</summary>
    /// <exception cref="InvalidOperationException">The query has not given one yet.</exception>
    public FormPage RequiredPage() => Page ?? throw new InvalidOperationException("The form has no page yet.");

    /// <summary>Makes the rows ready to be drawn: one empty row after the last that is filled.</summary>
    public virtual void AddSpareRows()
    {
    }

    /// <summary>
    /// What differs between these fields (yours) and what is stored now (theirs), in words; asked when two people saved. A
    /// form whose fields need other words than their names says them itself.
    /// </summary>
    public virtual IReadOnlyList<Difference> CompareWith(FormFields stored) => FormComparison.Between(this, stored, RequiredPage());
}

/// <summary>What stands around the fields of a form. Forms with choices derive their own.</summary>
public class FormPage
{
    public required string Title { get; init; }

    /// <summary>Key of the place in the frame.</summary>
    public string Place { get; init; } = "plan";

    public string? Caption { get; init; }
    public string? Lede { get; init; }
    public string Button { get; init; } = "Save";

    /// <summary>Where "Cancel" leads.</summary>
    public required string Back { get; init; }

    public IReadOnlyList<Crumb> Crumbs { get; init; } = [];

    /// <summary>How the thing can be removed; null where it cannot be.</summary>
    public Removal? Removal { get; init; }

    /// <summary>Who saved last and when, in words; shown when two people saved.</summary>
    public string? LastSaved { get; init; }

    /// <summary>What two people wrote differently; only after a conflict.</summary>
    public IReadOnlyList<Difference> Differences { get; set; } = [];
}

/// <summary>A step of the way to a page; addresses start with "~/".</summary>
public sealed record Crumb(string Text, string Address);

/// <summary>Removing something: what will be lost, or what hangs on it and forbids it.</summary>
/// <param name="Address">Where the button posts to; starts with "~/".</param>
/// <param name="What">Such as "this stretch aim".</param>
/// <param name="Loses">What goes with it, in a sentence.</param>
/// <param name="Hanging">What hangs on it; empty where it can go.</param>
public sealed record Removal(string Address, string What, string Loses, IReadOnlyList<string> Hanging)
{
    /// <summary>Words for counts that are not zero: "2 projects".</summary>
    public static IReadOnlyList<string> Count(params (int Count, string One, string Many)[] counts) =>
        [.. counts.Where(c => c.Count > 0).Select(c => c.Count == 1 ? $"1 {c.One}" : $"{c.Count} {c.Many}")];

    /// <summary>The sentence that refuses.</summary>
    public static string Refusal(string what, IReadOnlyList<string> hanging) =>
        $"{char.ToUpperInvariant(what[0])}{what[1..]} cannot be removed while something hangs on it: {string.Join(", ", hanging)}";
}

/// <summary>One field that two people wrote differently.</summary>
public sealed record Difference(string Label, string? Theirs, string? Yours)
{
    /// <summary>The differing pairs among labelled texts.</summary>
    public static IReadOnlyList<Difference> Among(params (string Label, string? Theirs, string? Yours)[] pairs) =>
        [.. pairs.Where(p => !string.Equals(p.Theirs ?? "", p.Yours ?? "", StringComparison.Ordinal)).Select(p => new Difference(p.Label, p.Theirs, p.Yours))];
}

/// <summary>Saved: where to go, and what to say there.</summary>
/// <param name="Address">Within the partnership, starting with "~/".</param>
/// <param name="Notice">Shown once on the next page; null where that page says it itself.</param>
public sealed record Saved(string Address, string? Notice);
