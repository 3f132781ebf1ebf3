using System.Text.Json;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Between the form of an update and what autosave keeps of it.</summary>
internal static class AutosavedContent
{
    /// <summary>What this person has in work for the item; no row or one.</summary>
    public static IQueryable<AutosavedUpdate> Of(PortalDbContext database, CurrentSession current, Guid? periodId, Guid projectId)
    {
        var me = current.RequiredPerson.UserId;
        return database.AutosavedUpdates.Where(a => a.UserId == me && a.PeriodId == periodId && a.ProjectId == projectId);
    }

    /// <summary>The fields as JSON.</summary>
    public static string Write(WriteUpdate typed) => JsonSerializer.Serialize(new Fields(
        typed.NoChange, typed.Rag, typed.NotRatedReason, typed.Status, typed.StatusReason, typed.Forecast, typed.SlipReason,
            typed.HelpNeeded,
        typed.Entries, [.. typed.Figures.Where(f => f.Value is not null)]));

    /// <summary>The form as it was typed.</summary>
    public static WriteUpdate Read(AutosavedUpdate kept)
    {
        var fields = JsonSerializer.Deserialize<Fields>(kept.Content)
            ?? throw new InvalidOperationException("What autosave keeps is a JSON object.");
        return new WriteUpdate
        {
            ProjectId = kept.ProjectId,
            PeriodId = kept.PeriodId,
            NoChange = fields.NoChange,
            Rag = fields.Rag,
            NotRatedReason = fields.NotRatedReason,
            Status = fields.Status,
            StatusReason = fields.StatusReason,
            Forecast = fields.Forecast,
            SlipReason = fields.SlipReason,
            HelpNeeded = fields.HelpNeeded,
            Entries = fields.Entries,
            Figures = fields.Figures,
        };
    }

    private sealed record Fields(
        bool NoChange, string? Rag, string? NotRatedReason, Domain.Projects.ProjectStatus? Status, string? StatusReason, string? Forecast,
            string? SlipReason,
        string? HelpNeeded, List<UpdateEntryInput> Entries, List<UpdateFigureInput> Figures);
}
