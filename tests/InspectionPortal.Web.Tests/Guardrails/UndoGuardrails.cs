using System.Reflection;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Walks every command of a partnership: it can be undone, or there is a reason why not.</summary>
public sealed class UndoGuardrails(PortalFixture portal) : IClassFixture<PortalFixture>
{
    /// <summary>Commands that cannot be undone, by the reason. Adding to it is a decision.</summary>
    private static readonly Dictionary<string, string[]> Reasons = new(StringComparer.Ordinal)
    {
        ["It adds one thing, which can be removed where it is"] =
        [
            "AddAgency", "AddAim", "AddDriver", "AddInspection", "AddMeasure", "AddPoint", "AddPositionStatement", "AddProgressReview",
            "AddProject", "AddRecommendation", "AddRecommendationDecision", "AddResponsibility", "AddSubAction", "AddTarget",
            "AddTestOfChange", "AnnotateChart", "CarryOverProjects", "OpenPlanReport", "RebaseChart", "StartPlan",
        ],
        ["Its page has a button that turns it back"] = ["AcceptUpdate", "ClosePeriod", "ReopenPeriod", "UndoAcceptance"],
        ["It is a way back itself"] = ["UndoChange", "UndoImport"],
        ["It stores or deletes files, or runs a job"] =
        [
            "AddEvidence", "AddEvidenceVersion", "AddStagedFiles", "ConfirmImport", "CreateArchive", "DeleteArchive", "DiscardImport",
            "RemoveUpload", "StartUpload", "UploadPlanFile",
        ],
        ["It changes nothing in the plan: it reads, hands out a file, or keeps what is not saved yet"] =
            ["AutosaveUpdate", "ChooseForImport", "DiscardAutosave", "DownloadArchive", "KeepReading", "PreviewSeveral", "UploadFigures"],
        ["It sends e-mail or tells others"] =
        [
            "AddUpdateComment", "EditSigning", "InvitePerson", "OpenPeriod", "SendBackUpdate", "SendInvitationAgain", "SendMemberLink",
            "SendReminders", "WithdrawInvitation", "WriteUpdate",
        ],
        ["It gives or ends access, which counts from that moment"] =
        [
            "AddDelegation", "ChangeMemberRoles", "EndDelegation", "GrantScrutinyAccess", "RemoveMember", "RenewScrutinyAccess",
            "RevokeScrutinyAccess",
        ],
        ["People outside the partnership read it at once"] =
        [
            "AddScrutinyRequest", "AnswerRequest", "ApprovePositionStatement", "ReleaseEvidence", "ReleasePublicPage", "ReleaseReport",
            "WithdrawEvidence", "WithdrawPublicPage", "WithholdReport",
        ],
        ["It seals or decides on a report, which is kept"] =
            ["ApproveQuarter", "CorrectReport", "DissentFromQuarter", "ReturnQuarter", "SubmitQuarter"],
        ["It is one of two decisions about destroying files, which are kept"] =
            ["ConfirmDestruction", "DeclineDestruction", "RequestDestruction"],
        ["What it writes is never deleted"] = ["AnswerSignal"],
    };

    private static readonly Type[] Commands =
    [
        .. typeof(Program).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && MessageAccess.IsCommand(t)
            && RolePermissions.IsTenantPermission(t.GetCustomAttribute<RequiresAttribute>()!.Permission)),
    ];

    [Fact]
    public void Command_OfAPartnership_CanBeUndoneOrSaysWhyNot()
    {
        var excused = Reasons.Values.SelectMany(names => names).ToList();

        Assert.NotEmpty(Commands);
        Assert.Empty(Commands.Where(c => !CanUndo(c)).Select(c => c.Name).Except(excused, StringComparer.Ordinal));
        Assert.Empty(excused.Except(Commands.Where(c => !CanUndo(c)).Select(c => c.Name), StringComparer.Ordinal));
        Assert.Empty(excused.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    /// <summary>The button would be refused to them.</summary>
    [Fact]
    public void Command_ThatCanBeUndone_IsRunByPeopleWhoMayUndo()
    {
        var undo = Commands.Single(c => c.Name == "UndoChange").GetCustomAttribute<RequiresAttribute>()!.Permission;

        Assert.Empty(
            from command in Commands.Where(CanUndo)
            from role in Enum.GetValues<PartnershipRole>()
            let permissions = RolePermissions.Of(role)
            where permissions.Contains(command.GetCustomAttribute<RequiresAttribute>()!.Permission) && !permissions.Contains(undo)
            select $"{command.Name} by {role}");
    }

    /// <summary>A command that added such a record offers no undo, because the database would refuse to take it away.</summary>
    [Fact]
    public async Task Record_ThatThePortalMayNotDelete_IsKnownAsPermanent()
    {
        await using var scope = portal.Host.Services.CreateAsyncScope();
        var types = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Model.GetEntityTypes()
            .Where(t => typeof(TenantEntity).IsAssignableFrom(t.ClrType)).ToList();
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        var kept = new List<string>();
        foreach (var type in types)
        {
            await using var command = new NpgsqlCommand("select has_table_privilege('portal_app', $1, 'DELETE')", connection);
            command.Parameters.AddWithValue(type.GetTableName()!);
            if (await command.ExecuteScalarAsync() is false)
            {
                kept.Add(type.ClrType.Name);
            }
        }

        var (known, all) = (PermanentRecords.Kinds.Select(t => t.Name).ToList(), kept.Order(StringComparer.Ordinal).ToList());
        Assert.True(known.Order(StringComparer.Ordinal).SequenceEqual(all), $"The portal may not delete {string.Join(", ", all)}.");
    }

    private static bool CanUndo(Type command) => command.GetCustomAttribute<CanUndoAttribute>() is not null;
}
