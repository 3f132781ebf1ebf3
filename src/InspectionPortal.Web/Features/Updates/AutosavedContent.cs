using System.Text.Json;
using InspectionPortal.Domain.Projects;
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
    public static string Write(WriteUpdate typed) => JsonSerializer.Serialize(new Fields
    {
        NoChange = typed.NoChange,
        Rag = typed.Rag,
        NotRatedReason = typed.NotRatedReason,
        Status = typed.Status,
        StatusReason = typed.StatusReason,
        Forecast = typed.Forecast,
        SlipReason = typed.SlipReason,
        HelpNeeded = typed.HelpNeeded,
        Entries = typed.Entries,
        Figures = [.. typed.Figures.Where(f => f.Value is not null)],
    });

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

    private sealed class Fields
    {
        public bool NoChange { get; init; }
        public string? Rag { get; init; }
        public string? NotRatedReason { get; init; }
        public ProjectStatus? Status { get; init; }
        public string? StatusReason { get; init; }
        public string? Forecast { get; init; }
        public string? SlipReason { get; init; }
        public string? HelpNeeded { get; init; }
        public List<UpdateEntryInput> Entries { get; init; } = [];
        public List<UpdateFigureInput> Figures { get; init; } = [];
    }
}
