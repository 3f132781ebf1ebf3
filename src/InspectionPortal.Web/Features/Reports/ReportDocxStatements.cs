using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Formats;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The position statements of a report in a Word file; nothing where it has none.</summary>
internal static class ReportDocxStatements
{
    public static void Write(ReportContent content, DocxText text)
    {
        if (content.Statements.Count == 0)
        {
            return;
        }

        text.Paragraph("Heading1", "Position statements");
        foreach (var item in content.Statements)
        {
            var said = item.Statement;
            text.Paragraph(
                "Normal",
                new DocxRun(
                    $"{EnglishText.Capital(content.RecommendationWord)} {item.About.Number}, as at {DateFormat.Full(said.AsAt)}",
                    IsBold: true));
            text.Paragraph("PlanQuiet", item.About.Text);
            foreach (var (question, answer) in new[]
            {
                ("Self-evaluation grade", said.Grade is null ? null : EnglishText.Capital(said.Grade)),
                ("How well are we doing?", said.HowWell), ("How do we know?", said.HowKnown), ("What next?", said.WhatNext),
            })
            {
                if (answer is not null)
                {
                    text.Paragraph("Normal", new DocxRun(question, IsBold: true), $" {answer}");
                }
            }

            text.Paragraph("PlanQuiet", content.ApprovalOf(item));
        }
    }
}
