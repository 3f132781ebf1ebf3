using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>What every file says of itself.</summary>
internal static class ExportTexts
{
    /// <summary>"Answers the joint inspection published on 3 September 2019: 3 priority areas."</summary>
    public static string Answers(PlanPage page)
    {
        var plan = page.Plan;
        if (plan.Answers.Count == 0)
        {
            return "The plan is not linked to an inspection.";
        }

        var asked = plan.Answers.Sum(a => a.Recommendations.Count);
        var word = EnglishText.Within(page.Vocabulary.RecommendationWord);
        return $"Responds to the {string.Join(" and the ", plan.Answers.Select(a => a.Name))}: {(asked == 0 ? $"no {EnglishText.Plural(word)} yet" : EnglishText.CountOf(asked, word))}.";
    }

    public static string AsAt(PlanPage page) =>
        $"{page.Manner.Partnership} · as at {DateFormat.Full(page.Manner.Today)} · downloaded by {page.Manner.Reader}";

    /// <summary>What the file holds beside its words, and what it cannot hold.</summary>
    public static string Carries(bool isWhole) => isWhole
        ? "This file carries a copy of the plan, so that it can be imported again whole: with definitions, targets and figures of "
            + "measures, the history of updates that were accepted, agencies, inspections and the partnership’s words, columns and "
            + "ratings. "
            + "It has no evidence, no reports and no accounts."
        : "This file holds what it shows and no copy of the plan, so only its words can be imported again.";

    /// <summary>What of the plan is in the file; null for all of it.</summary>
    public static string? Filtered(PlanPage page)
    {
        if (page.Filter.IsEmpty)
        {
            return null;
        }

        var word = EnglishText.Said(page.Vocabulary.ImprovementProjectWord, "project");
        return $"Only part of the plan: {string.Join(", ", page.Options.ChipsOf(page.Filter).Select(c => c.Words))} ({page.Shown} of {EnglishText.CountOf(page.Total, word)}).";
    }
}
