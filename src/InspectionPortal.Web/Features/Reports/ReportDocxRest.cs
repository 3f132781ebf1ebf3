using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Formats;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The second half of a report as a Word file: measures, evidence, coverage, the full table and the key.</summary>
internal sealed class ReportDocxRest(ReportFilePage page, DocxText text)
{
    private readonly ReportContent _content = page.Content;

    public void Write()
    {
        if (_content.Shows(ReportPart.Measures))
        {
            Signals();
            Figures();
        }

        if (_content.Shows(ReportPart.Evidence))
        {
            Evidence();
        }

        if (_content.Shows(ReportPart.Coverage))
        {
            Coverage();
        }

        ReportDocxStatements.Write(_content, text);
        if (_content.Shows(ReportPart.FullTable))
        {
            Table();
        }

        if (_content.LeftOut.Count > 0)
        {
            text.Paragraph("Normal", $"The partnership lead left out of this report: {EnglishText.List(_content.LeftOut)}.");
        }

        text.Paragraph("Heading1", "Key to ratings");
        foreach (var rating in _content.Snapshot.RatingKey.OrderBy(r => r.Order).Append(Rating.NotRated))
        {
            text.Paragraph("Normal", ReportDocx.Rated(rating), $": {rating.Meaning}");
        }
    }

    private void Signals()
    {
        if (!_content.ReadsSignals)
        {
            return;
        }

        text.Paragraph("Heading1", "Measures with signals");
        if (_content.WithSignals.Count == 0)
        {
            text.Paragraph("Normal", "No measure showed a special cause, and no target was at risk.");
        }

        foreach (var measure in _content.WithSignals)
        {
            text.Paragraph("Normal", new DocxRun($"{For(measure)} {measure.Title}".TrimStart(), IsBold: true));
            var said = measure.Reading is not { } reading ? null
                : measure.Kind == MeasureKind.Milestone && reading.Signals.Count > 0 ? reading.Signals[0].Sentence : reading.Sentence;
            text.Paragraph("Normal", said ?? string.Empty);
            foreach (var reply in measure.Reading?.Answers ?? [])
            {
                text.Paragraph("PlanQuiet", $"The partnership lead’s answer, {DateFormat.Full(reply.At, _content.Zone)}: {reply.Text}");
            }
        }
    }

    private void Figures()
    {
        if (_content.WithFigures.Count == 0)
        {
            return;
        }

        text.Paragraph("Heading1", "Figures");
        var grid = new DocxGrid(text, "Measures with figures", ("For", 0.8), ("Measure", 5), ("Last figure", 2), ("Targets", 3));
        foreach (var measure in _content.WithFigures)
        {
            var last = measure.Points[^1];
            var when = last.DateText ?? (last.Date is { } day ? DateFormat.Full(day) : "no date stated");
            grid.Row(
                For(measure), new DocxRun(measure.Title, IsBold: true), $"{last.ValueText}\n{when}",
                measure.Targets.Count == 0 ? "None set"
                    : string.Join('\n', measure.Targets.Select(t => $"{ReportLabels.Figure(t.Value, measure.Unit)} by {t.By.Text}")));
        }

        grid.End();
    }

    private void Evidence()
    {
        text.Paragraph("Heading1", "Evidence added");
        var all = _content.Snapshot.Evidence;
        if (all.Count == 0)
        {
            text.Paragraph("Normal", $"No evidence was {(_content.IsScrutinyEdition ? "released" : "added")}.");
            return;
        }

        var grid = new DocxGrid(text, "Evidence added", ("Title", 4), ("Type of evidence", 2), ("Proves", 3), ("Released", 2));
        foreach (var item in all)
        {
            grid.Row(
                new DocxRun($"{item.Title}{(item.Version > 1 ? $", version {item.Version}" : "")}", IsBold: true),
                    ReportLabels.Knowing(item.Kind),
                string.Join(", ", item.Projects.Concat(item.Recommendations.Select(r => $"{_content.RecommendationWord} {r}"))),
                item.ReleasedAt is { } at ? DateFormat.Full(at, _content.Zone) : "Not released");
        }

        grid.End();
    }

    private void Coverage()
    {
        text.Paragraph("Heading1", "Coverage");
        text.Paragraph("Normal", _content.CoverageSentence);
        if (_content.Snapshot.Recommendations.Count == 0)
        {
            return;
        }

        var grid = new DocxGrid(
            text, "Which work answers what", ("No.", 0.8), (EnglishText.Capital(_content.RecommendationWord), 7), ("Answered by", 3));
        foreach (var recommendation in _content.Snapshot.Recommendations)
        {
            var answers = ReportContent.AnsweredBy(recommendation);
            grid.Row(recommendation.Number, recommendation.Text, answers.Count == 0 ? "Nothing" : string.Join(", ", answers));
        }

        grid.End();
    }

    private void Table()
    {
        text.Paragraph("Heading1", "Full table");
        var columns = _content.Columns;
        var grid = new DocxGrid(
            text, $"All {EnglishText.Plural(_content.ProjectWord)} of the plan, as submitted",
                [.. columns.Select(c => (c.Label, Weight(c.Field)))]);
        foreach (var aim in _content.Snapshot.Aims)
        {
            grid.Band($"{_content.Snapshot.Vocabulary?.Aim ?? "Aim"} {aim.Number}. {aim.Statement}");
            foreach (var project in aim.Projects)
            {
                grid.Row([.. columns.Select(c => Cell(project, c.Field))]);
            }
        }

        grid.End();
    }

    private DocxRun Cell(SnapshotProject project, PlanField field) => field switch
    {
        PlanField.What => new DocxRun(Title(project), IsBold: true),
        PlanField.Rating => project.NoActionNeeded is null ? ReportDocx.Rated(_content.RatingOf(project.Rating)) : string.Empty,
        PlanField.Status => StatusLabel.Of(project.NoActionNeeded is null ? project.Status.ToString() : "NoActionNeeded"),
        PlanField.Deadline => $"{(project.Deadline.Text.Length == 0 ? "None given" : project.Deadline.Text)}{ReportDocx.Late(project)}",
        PlanField.LatestUpdate => UpdateOf(project),
        _ => ReportColumns.TextOf(_content, project, field) ?? string.Empty,
    };

    private string Title(SnapshotProject project)
    {
        var facts = ReportColumns.Lacking(_content, project) is { } lacking
            ? $"\n{lacking}{(_content.Columns.All(c => c.Field != PlanField.Deadline) ? ReportDocx.Late(project) : "")}"
            : string.Empty;
        return $"{ReportColumns.TitleOf(_content, project)}{facts}";
    }

    /// <summary>What the update says, as the page does, one below the other.</summary>
    private string UpdateOf(SnapshotProject project)
    {
        var lines = new List<string>();
        if (project.StoppedBecause is { } stopped)
        {
            lines.Add($"Stopped: {stopped}");
        }

        if (project.NoActionNeeded is { } reason)
        {
            lines.Add(reason);
        }
        else if (project.Update is not { } update)
        {
            if (_content.InPlaceOfUpdate(project) is { } instead)
            {
                lines.Add(instead);
            }

            if (ReportContent.IsForecastKept(project))
            {
                lines.Add($"Forecast: {project.Forecast?.Text}, as accepted in an earlier quarter");
            }
        }
        else
        {
            lines.AddRange(Said(update));
        }

        lines.AddRange(ReportColumns.BelowTitle(_content, project).Select(t => $"{t.Field.Label}: {t.Text}"));
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Said(SnapshotUpdate update)
    {
        if (update.NoChange)
        {
            yield return "No change since last quarter.";
        }

        foreach (var entry in update.Entries)
        {
            var front = string.Join(", ", new[] { entry.AgencyCode, entry.DateText }.OfType<string>());
            yield return front.Length == 0 ? entry.Text : $"{front}: {entry.Text}";
        }

        if (update.Forecast is { } forecast)
        {
            yield return $"Forecast: {forecast.Text}{(update.SlipReason is null ? "" : $". {update.SlipReason}")}";
        }

        if (update.HelpNeeded is { } help)
        {
            yield return $"Help needed: {help}";
        }
    }

    private static double Weight(PlanField field) => field switch
    {
        PlanField.Number => 0.6,
        PlanField.Status or PlanField.Rating or PlanField.Forecast or PlanField.Recommendations or PlanField.Reference => 1.2,
        PlanField.Leads or PlanField.Deadline => 1.5,
        PlanField.LatestUpdate => 4,
        _ => 2.4,
    };

    private static string For(SnapshotMeasure measure) =>
        measure.ProjectNumber ?? (measure.AimNumber is null ? string.Empty : $"Aim {measure.AimNumber}");
}
