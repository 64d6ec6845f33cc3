using static Hub.Testing.People.WeightedList;

namespace Hub.Testing.People;

internal static class AfricanNames
{
    public static Culture West { get; } = new()
    {
        Surnames = Ranked("Mensah Owusu Boateng Osei Appiah Asante Agyeman Amoah Addo Ofori Adeyemi Okafor Adebayo Okonkwo Ogunleye Balogun Adeleke Afolabi Olawale Bello Eze Nwosu Obi Okoro Onyeka Akande Bakare Oladipo Adewale Ibrahim Sesay Kamara Koroma Conteh Bangura Turay Jalloh Diallo Cole Williams Johnson Yeboah Antwi Frimpong Darko Danso Acheampong Opoku Sarpong Quaye", 9),
        Female = Ranked("Grace Esther Mary Blessing Abena Ama Akosua Adwoa Yaa Efua Ngozi Chioma Amaka Ifeoma Folake Bukola Yetunde Funmilayo Temitope Titilayo Comfort Mercy Patience Joy Victoria Deborah Ruth Elizabeth Fatmata Aminata Mariama Isatu", 8),
        Male = Ranked("Emmanuel Samuel Daniel David Joseph Michael Kwame Kofi Kwabena Yaw Kwaku Kojo Chukwuemeka Chinedu Obinna Emeka Ikechukwu Olumide Babatunde Oluwaseun Tunde Femi Ayodele Segun Isaac Joshua Prince Godwin Sunday Ibrahim Mohamed Alhaji Abu", 8),
        Rare = new RareSurnames("Ab Ad Ade Ag Aj Ak Amo An As Awo Baba Chi Ebo Eg Eke Fa Ibi Ig Iwu Kuf Nna Nwa Obi Ode Ogu Oke Ola Olu One Onu Ore Osa Ose Owo Oye Uche Ude Uzo", "a be bu de fo gba ji ke la lu mi nu so wa", "boye bu di donkor femi goke ja kan ke koya lade lana mah nna nsah pong sanya tobi tunde wumi ye yinka"),
        RareShare = 350,
        Nationalities = Cultures.Nationalities(("GBR", 620), ("NGA", 210), ("GHA", 130), ("SLE", 40)),
        MiddleNames = 450,
    };

    public static Culture ArabAndHorn { get; } = new()
    {
        Surnames = Ranked("Ali Mohamed Ahmed Hassan Abdi Hussein Ibrahim Osman Omar Yusuf Farah Warsame Jama Abdullahi Adan Nur Saleh Mahmoud Abdullah Al-Hassan El-Sayed Khalil Haddad Mansour Said Saeed Salem Hamdan Aziz Rahimi Ahmadi Hosseini Karimi Mohammadi Benali Bouazza El-Amrani Haidar Nasser Kassem Younis Jaber Al-Khatib Tesfaye Haile Gebre Tekle Abebe Berhane", 8),
        Female = Ranked("Fatima Amina Khadija Mariam Hodan Ifrah Sahra Zahra Leila Layla Nadia Samira Yasmin Rania Hanan Huda Iman Nour Salma Amal Fadumo Halima Asha Hibo Selam Hiwot Rahel Meron Shirin Maryam", 8),
        Male = Ranked("Mohamed Ahmed Ali Omar Hassan Hussein Ibrahim Abdirahman Abdullahi Yusuf Khalid Mahmoud Mustafa Karim Samir Tarek Youssef Bilal Said Nasir Faisal Jamal Rashid Hamid Reza Mehdi Dawit Yonas Abel Samuel Liban Guled Mahad Zakaria", 6),
        Rare = new RareSurnames("Al- El- Abd Ben Bou Abu", "bar dah far ghan had jaw kar lah mah nass qad raf sab shar tal wah zay", "aoui awi ber di fi hani hri idi im jari lani mani mari oun qi rani sawi shi tari zani"),
        RareShare = 150,
        Nationalities = Cultures.Nationalities(("GBR", 520), ("SOM", 140), ("SYR", 50), ("IRQ", 60), ("AFG", 60), ("IRN", 40), ("MAR", 40), ("ERI", 50), ("ETH", 40)),
        MiddleNames = 500,
    };
}
