using System.Net;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Evidence;

/// <summary>What is said about evidence is changed, and evidence is withdrawn.</summary>
public sealed class EditEvidenceTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_Edit_ChangesWhatIsSaidAndTheLinks_WithHistory()
    {
        var (partnership, plan) = await MadeAsync();
        var lead = portal.ClientFor(partnership.Lead);
        await new EvidenceForms(lead).AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("txt"), "a.txt", "Before");
        var id = await portal.Data.InTenantAsync(partnership.Id, d => d.EvidenceItems.Select(i => i.Id).SingleAsync());
        var form = (await lead.GetPageAsync($"/{partnership.Slug}/evidence/{id}/edit")).ShouldBeOk();
        Assert.NotNull(form.Find($"input[name=ProjectIds][value='{plan.ProjectIds[0]}'][checked]"));

        var sent = await form.SubmitAsync(
            "main form", ("Title", "After"), ("Kind", "Observation"), ("Source", "Visits"), ("ProjectIds", plan.ProjectIds[1].ToString()));

        Assert.Equal($"/{partnership.Slug}/evidence/{id}", sent.Location);
        var item = await portal.Data.InTenantAsync(partnership.Id, d => d.EvidenceItems.AsNoTracking().Include(i => i.Links).SingleAsync());
        Assert.Equal(("After", EvidenceType.Observation, "Visits"), (item.Title, item.Kind, item.Source));
        Assert.Equal([plan.ProjectIds[1]], item.Links.Select(l => l.ProjectId));
        var history = (await portal.ClientFor(partnership.Reader).GetPageAsync($"/{partnership.Slug}/history/evidence/{id}")).ShouldBeOk().Text;
        Assert.Contains("Before", history, StringComparison.Ordinal);
        Assert.Contains("After", history, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await form.SubmitAsync("main form", ("Title", "Too late"))).Status);
    }

    [Fact]
    public async Task Post_Retract_ByALead_WithdrawsReleasesAndLinks_AndCanBeUndone()
    {
        var (partnership, plan) = await MadeAsync();
        var lead = portal.ClientFor(partnership.Lead);
        await new EvidenceForms(lead).SendAsync(
            $"/{partnership.Slug}/evidence/new?form=Note", null, null, [.. EvidenceForms.Fields(plan.ProjectIds[0], "A note"), ("Note", "What was seen")]);
        var id = await portal.Data.InTenantAsync(partnership.Id, d => d.EvidenceItems.Select(i => i.Id).SingleAsync());
        var address = $"/{partnership.Slug}/evidence/{id}";
        await (await lead.GetPageAsync($"{address}/release")).SubmitAsync("main form");
        var officer = portal.ClientFor((await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan)).Person);
        (await officer.GetPageAsync(address)).ShouldBeOk();

        var missing = await (await lead.GetPageAsync($"{address}/retract")).SubmitAsync("main form");
        Assert.Equal(["Enter why you are withdrawing it"], missing.Errors);
        var sent = await missing.SubmitAsync("main form", ("Reason", "It was about another service"));

        var done = await lead.FollowAsync(sent);
        Assert.Contains("Reason: It was about another service", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("What it is evidence for", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync(address)).Status);
        Assert.Equal(0, await portal.Data.InTenantAsync(partnership.Id, d => d.EvidenceLinks.CountAsync()));
        Assert.DoesNotContain("A note", (await lead.GetPageAsync($"/{partnership.Slug}/evidence")).Find("main").TextContent, StringComparison.Ordinal);
        var row = (await lead.GetPageAsync($"/{partnership.Slug}/evidence?state=Withdrawn")).Find("tbody").TextContent;
        Assert.Contains("A note", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing yet", row, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetPageAsync($"{address}/versions/new")).Status);

        var undone = await done.SubmitAsync("form[action*='/undo/']");
        Assert.Equal(HttpStatusCode.Redirect, undone.Status);
        Assert.Equal(1, await portal.Data.InTenantAsync(partnership.Id, d => d.EvidenceLinks.CountAsync()));
        (await officer.GetPageAsync(address)).ShouldBeOk();
    }

    [Fact]
    public async Task Post_Retract_ByAContributor_IsForTheirOwnUntilItIsReleased()
    {
        var (partnership, plan) = await MadeAsync();
        var contributor = portal.ClientFor(partnership.Contributor);
        var others = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "The lead's", released: false);
        Assert.Equal(HttpStatusCode.NotFound, (await contributor.GetPageAsync($"/{partnership.Slug}/evidence/{others.ItemId}/retract")).Status);

        await new EvidenceForms(contributor).SendAsync(
            $"/{partnership.Slug}/evidence/new?form=Note", null, null, [.. EvidenceForms.Fields(plan.ProjectIds[0], "Mine"), ("Note", "N")]);
        var id = await portal.Data.InTenantAsync(partnership.Id, d => d.EvidenceItems.Where(i => i.Title == "Mine").Select(i => i.Id).SingleAsync());
        var form = (await contributor.GetPageAsync($"/{partnership.Slug}/evidence/{id}/retract")).ShouldBeOk();
        await portal.Data.InTenantAsync(partnership.Id, async d =>
        {
            (await d.EvidenceVersions.FirstAsync(v => v.ItemId == id)).ReleasedAt = DateTimeOffset.UtcNow;
            return true;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await form.SubmitAsync("main form", ("Reason", "R"))).Status);
        await portal.Data.InTenantAsync(partnership.Id, async d =>
        {
            (await d.EvidenceVersions.FirstAsync(v => v.ItemId == id)).ReleasedAt = null;
            return true;
        });
        Assert.Equal(HttpStatusCode.Redirect, (await form.SubmitAsync("main form", ("Reason", "R"))).Status);
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MadeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, await portal.Data.CreatePlanAsync(partnership));
    }
}
