using System.Security.Cryptography;
using Hub.Functions.Tests.Identity;
using Hub.Identity;

namespace Hub.Functions.Tests.Desk;

/// <summary>How each page that asks for an operation is called about what is a role's own, or another's.</summary>
internal static class PageRequests
{
    /// <summary>The address; for one that takes a form, of a form that holds nothing but its token.</summary>
    public static string AddressOf(string function, AccessMatrixTests.Scene scene, Role role, bool own) => function switch
    {
        "desk_inbox" or "desk_inbox_acknowledge" => $"/desk/inbox?recipient={AccessMatrixTests.Scene.RecipientFor(role, own)}",
        "desk_inbox_news" => $"/desk/inbox/news?recipient={AccessMatrixTests.Scene.RecipientFor(role, own)}&since=2026-11-22T08%3A00%3A00Z&known=0",
        "desk_notice" => $"/desk/notices/{scene.NoticeFor(role, own)}",
        "desk_notice_acknowledge" => $"/desk/notices/{scene.NoticeFor(role, own)}/acknowledgement",
        "desk_deadlines" => "/desk/deadlines",
        "desk_reviews" => $"/desk/reviews?recipient={AccessMatrixTests.Scene.RecipientFor(role, own)}",
        "desk_reviews_next" => $"/desk/reviews/next?recipient={AccessMatrixTests.Scene.RecipientFor(role, own)}",
        "desk_review" or "desk_review_decide" => $"/desk/reviews/{scene.ReportFor(role, own)}",
        "desk_review_hold" => $"/desk/reviews/{scene.ReportFor(role, own)}/hold",
        "desk_review_release" => $"/desk/reviews/{scene.ReportFor(role, own)}/release",
        "desk_travel" => $"/desk/travel?recipient={AccessMatrixTests.Scene.RecipientFor(role, own)}",
        "desk_travel_look_up" => "/desk/travel",
        "desk_travel_person" or "desk_travel_person_reason" => "/desk/travel/N-1",
        "desk_travel_person_notified" => "/desk/travel/N-1/notifications",
        "desk_travel_report" or "desk_travel_report_decide" => $"/desk/travel/reports/{scene.ReportFor(role, own)}",
        "desk_people" or "desk_people_post" => "/desk/people",
        "desk_person" or "desk_person_why" => "/desk/people/N-1",
        "desk_person_history" or "desk_person_history_why" => "/desk/people/N-1/history",
        "desk_quarantine" => "/desk/quarantine",
        "desk_quarantine_item" => $"/desk/quarantine/{new string('0', 32)}",
        "desk_quarantine_replay" => $"/desk/quarantine/{new string('0', 32)}/replay",
        "desk_quarantine_discard" or "desk_quarantine_discard_post" => $"/desk/quarantine/{new string('0', 32)}/discard",
        "desk_deported_list" => "/desk/deported-offenders",
        "desk_deported_case" => $"/desk/deported-offenders/{scene.Deported}",
        "desk_deported_move" or "desk_deported_move_post" => $"/desk/deported-offenders/{scene.Deported}/moves/close",
        "desk_deported_note" => $"/desk/deported-offenders/{scene.Deported}/notes",
        "desk_deported_file_add" => $"/desk/deported-offenders/{scene.Deported}/attachments",
        "desk_deported_file_ask" or "desk_deported_file_save" => $"/desk/deported-offenders/{scene.Deported}/attachments/{Convert.ToHexStringLower(SHA256.HashData("x"u8))}",
        "desk_manifests" or "desk_manifests_upload" => "/desk/manifests",
        "desk_manifests_matches" => "/desk/manifests/matches",
        "desk_manifest" => $"/desk/manifests/{scene.Manifest}",
        _ => throw new InvalidOperationException($"Say how the page {function} is called, so that its access is tested."),
    };

    /// <summary>The address of a form that anybody may send.</summary>
    public static string OpenAddressOf(string function) => function switch
    {
        "sign_in_post" => "/sign-in",
        "sign_in_callback" => "/sign-in/callback",
        "sign_out" => "/sign-out",
        _ => throw new InvalidOperationException($"Say where the form of {function} is sent, so that what it takes is tested."),
    };
}
